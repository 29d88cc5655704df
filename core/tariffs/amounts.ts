import type { WattHours } from '../shared/units.ts';

declare const unit: unique symbol;
type Whole<Unit extends string> = number & { readonly [unit]: Unit };

/** Energy in thousandths of a watt-hour: a meter's six decimals of a kWh are whole. */
export type MilliwattHours = Whole<'mWh'>;
/** Millionths of a currency's unit; what a price is written in. */
export type MicroUnits = Whole<'micro'>;
/** Cents, or what else a currency is paid in; what a sum is written in. */
export type MinorUnits = Whole<'minor'>;
/** Hundredths of a percent: 19 % are 1900. */
export type BasisPoints = Whole<'bp'>;

/** What somebody owes, without and with value-added tax. */
export interface Money {
  readonly exclVat: MinorUnits;
  readonly inclVat: MinorUnits;
}

export const MILLIWATT_HOURS_PER_WH = 1_000;
export const MILLIWATT_HOURS_PER_KWH = 1_000_000;
export const MICROS_PER_UNIT = 1_000_000;
export const ALL_BASIS_POINTS = 10_000;

/** Each throws on anything but a whole number that a computer holds exactly: such a value is a bug of the edge. */
export const milliwattHours = (value: number): MilliwattHours => whole(value, 'mWh') as MilliwattHours;
export const microUnits = (value: number): MicroUnits => whole(value, 'micro-units') as MicroUnits;
export const minorUnits = (value: number): MinorUnits => whole(value, 'minor units') as MinorUnits;
export const basisPoints = (value: number): BasisPoints => whole(value, 'basis points') as BasisPoints;

/** Energy in the unit in which it is sold, to the nearest mWh. */
export const soldEnergy = (energy: WattHours): MilliwattHours =>
  milliwattHours(Math.round(energy * MILLIWATT_HOURS_PER_WH));

/** Decimals in which a currency is paid (ISO 4217): two, but for a few. */
export function decimalsOf(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}

/** Micro-units in the smallest amount that can be paid: 10,000 in a cent. */
export function microsPerMinor(currency: string): number {
  return MICROS_PER_UNIT / 10 ** decimalsOf(currency);
}

const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV'].map(
    (code) => [code, 0] as const,
  ),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

function whole(value: number, name: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be a whole number, got ${value}`);
  return value;
}

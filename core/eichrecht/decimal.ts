import { type WattHours, wattHours } from '../shared/units.ts';

/** A decimal number that is exact: its digits without the point, and how many of them stand behind it. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/** No register has so many digits; a longer one is nonsense that would only cost time. */
const MOST_CHARACTERS = 40;
const MOST_EXPONENT = 15;

/** Reads a number as JSON and meters write it, blanks around it too. Null for everything else. */
export function readDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS) return null;
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(trimmed);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (Math.abs(Number(exponent)) > MOST_EXPONENT) return null;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return shifted({ digits, decimals: fraction.length }, Number(exponent));
}

/** The number times ten to that power. */
export function shifted({ digits, decimals }: Decimal, power: number): Decimal {
  if (decimals >= power) return { digits, decimals: decimals - power };
  return { digits: digits * 10n ** BigInt(power - decimals), decimals: 0 };
}

export function minus(from: Decimal, what: Decimal): Decimal {
  const decimals = Math.max(from.decimals, what.decimals);
  return { digits: withDecimals(from, decimals) - withDecimals(what, decimals), decimals };
}

/** Watt-hours without their fraction, which is left to whoever pays. Not for negative ones. */
export function wholeWattHours({ digits, decimals }: Decimal): WattHours {
  return wattHours(Number(digits / 10n ** BigInt(decimals)));
}

/** As plain digits with a point, all decimals kept. */
export function decimalText({ digits, decimals }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + text;
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function withDecimals({ digits, decimals }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - decimals);
}

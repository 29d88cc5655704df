import type { Weekday } from '../access/access-rule.ts';
import type { Milliseconds } from '../shared/units.ts';
import type { BasisPoints, MicroUnits } from './amounts.ts';
import type { CivilDay } from './civil-day.ts';
import type { Land } from './german-land.ts';

/**
 * What a session costs: OCPI 2.2.1's elements with 2.3.0's `tax_included`, and what a site needs beyond them. A
 * tariff never changes; whoever wants other prices publishes another version (`tariff-version.ts`).
 */
export interface Tariff {
  readonly currency: string;
  readonly taxes: Taxes;
  readonly rounding: Rounding;
  /** In order: for each dimension the first whose restrictions hold now gives the price; none makes it free. */
  readonly elements: readonly TariffElement[];
  readonly minPrice: PriceLimit | null;
  readonly maxPrice: PriceLimit | null;
  readonly blocking: BlockingFee | null;
  /** Whose public holidays are meant where an element speaks of holidays. */
  readonly land: Land | null;
}

/** Whether prices are gross, net, or know no tax: OCPI 2.3.0's TaxIncluded YES, NO, N/A. */
export type Taxes = 'included' | 'on-top' | 'none';

/**
 * Where amounts become cents. `each-line`: each component of a session, so that its lines add up as printed; gross
 * prices have their tax taken out of the sum, net ones get it once per rate (EN 16931 BR-CO-17). `total-only`:
 * the two totals alone, as other operators of OCPI do.
 */
export type Rounding = 'each-line' | 'total-only';

export interface TariffElement {
  readonly components: readonly PriceComponent[];
  readonly when: Restrictions;
}

export const DIMENSIONS = ['energy', 'time', 'parking', 'flat'] as const;
/** What is paid for: kWh, hours of charging, hours in which the car wants no power, the session as such. */
export type Dimension = (typeof DIMENSIONS)[number];

export interface PriceComponent {
  readonly dimension: Dimension;
  /** Per kWh, per hour, or for the session. */
  readonly price: MicroUnits;
  /** Null where no tax applies, which is another thing than 0 %. */
  readonly vat: BasisPoints | null;
  /** Blocks in which is billed, in Wh or seconds; only tariffs of others have them. OCPI 3 knows none. */
  readonly stepSize: number | null;
}

/** All that is said must hold (OCPI 2.2.1 §11.4.6, TariffRestrictions). */
export interface Restrictions {
  readonly window: DayWindow | null;
  readonly weekdays: readonly Weekday[] | null;
  readonly holidays: HolidayRule;
  readonly dates: DateRange | null;
  /** Energy since the start of the session, in mWh. */
  readonly energy: Range | null;
  /** Time since the start of the session, in ms. */
  readonly duration: Range | null;
  /** At the moment, in W. */
  readonly power: Range | null;
  /** At the moment, summed over the phases, in mA. */
  readonly current: Range | null;
  /** Prices the time before the session: a reservation that was used, or one that nobody came for. */
  readonly reservation: 'used' | 'expired' | null;
}

/** Site-local minutes since midnight; where `to` is not after `from` it goes past midnight, each day by itself. */
export interface DayWindow {
  /** 0 to 1439. */
  readonly from: number;
  /** 1 to 1440. */
  readonly to: number;
}

/** How an element stands to public holidays: they are days like others, come to its weekdays, are left out, or are it alone. */
export type HolidayRule = 'ignored' | 'too' | 'except' | 'only';

export interface DateRange {
  readonly from: CivilDay | null;
  /** The first day after it. */
  readonly until: CivilDay | null;
}

export interface Range {
  readonly atLeast: number | null;
  readonly below: number | null;
}

/** Of a whole session. Both count, each for its own total (OCPI 2.2.1 §11.3.1, note on min_price). */
export interface PriceLimit {
  readonly exclVat: MicroUnits | null;
  readonly inclVat: MicroUnits | null;
}

/**
 * A fee for a car that is full and stays, which OCPI cannot say: its cap is the fee's own. Counted is only time of
 * which is known that the car wanted nothing (SuspendedEV, Finishing), never what the site itself held back.
 */
export interface BlockingFee {
  readonly perHour: MicroUnits;
  readonly vat: BasisPoints | null;
  readonly grace: Grace;
  /** Most that a session pays of it. */
  readonly cap: MicroUnits | null;
  /** Nothing is counted meanwhile, nor does the grace run. */
  readonly quiet: DayWindow | null;
}

/** What is free: the first idle time, or all idle time until so long after the start of the session. */
export interface Grace {
  readonly of: 'idle' | 'session';
  readonly ms: Milliseconds;
}

export const ALWAYS: Restrictions = {
  window: null,
  weekdays: null,
  holidays: 'ignored',
  dates: null,
  energy: null,
  duration: null,
  power: null,
  current: null,
  reservation: null,
};

/** Gross prices always: a receipt shows cents on each line. */
export function roundsLines({ taxes, rounding }: Tariff): boolean {
  return rounding === 'each-line' || taxes === 'included';
}

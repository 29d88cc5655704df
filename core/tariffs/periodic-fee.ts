import { daysInMonth } from '../shared/calendar.ts';
import { type BasisPoints, type MicroUnits, type MinorUnits, microsPerMinor, minorUnits } from './amounts.ts';
import { type CivilDay, civilDay, daysLater } from './civil-day.ts';
import { scaled } from './round-half-up.ts';

/** What a contract or a card costs each month, whether its driver charges or not. */
export interface PeriodicFee {
  readonly perMonth: MicroUnits;
  readonly currency: string;
  readonly vat: BasisPoints | null;
  readonly from: CivilDay;
  /** The first day for which nothing is paid any more; null while it runs. */
  readonly until: CivilDay | null;
}

export interface Month {
  readonly year: number;
  /** January is 1. */
  readonly month: number;
}

export interface PeriodicAmount {
  readonly amount: MinorUnits;
  /** Days that are paid for, of those that the month has. */
  readonly days: number;
  readonly ofDays: number;
}

/**
 * A month's fee, by its days where it began or ended within: gross or net as the price is, half up. All parts of a month
 * that is shared out among several fees of one price come to within a cent of the whole.
 */
export function feeFor({ year, month }: Month, fee: PeriodicFee): PeriodicAmount {
  const first = civilDay({ year, month, day: 1 });
  const ofDays = daysInMonth(year, month);
  const end = daysLater(first, ofDays);
  const days = Math.max(0, Math.min(end, fee.until ?? end) - Math.max(first, fee.from));
  const perMinor = microsPerMinor(fee.currency);
  return { amount: minorUnits(scaled(fee.perMonth, days, ofDays * perMinor)), days, ofDays };
}

import { daysInMonth } from '../shared/calendar.ts';
import { type MicroUnits, type MinorUnits, microsPerMinor, minorUnits } from './amounts.ts';
import { scaled } from './round-half-up.ts';

/** What a contract or a card costs each month, whether its driver charges or not. */
export interface PeriodicFee {
  readonly perMonth: MicroUnits;
  readonly currency: string;
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
 * A month's fee for so many of its days: gross or net as the price is, half up. All parts of a month that is shared out
 * among several fees of one price come to within a cent of the whole.
 */
export function feeFor({ year, month }: Month, fee: PeriodicFee, days: number): PeriodicAmount {
  const ofDays = daysInMonth(year, month);
  const perMinor = microsPerMinor(fee.currency);
  return { amount: minorUnits(scaled(fee.perMonth, days, ofDays * perMinor)), days, ofDays };
}

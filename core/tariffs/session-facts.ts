import type { Instant, Milliseconds, Watts } from '../shared/units.ts';
import type { BasisPoints, MilliwattHours } from './amounts.ts';

/** What is known of a session that has ended or still runs: everything its price depends on but the tariff. */
export interface SessionFacts {
  /** In order of time and without overlap; what lies between two of them is not paid for. */
  readonly periods: readonly UsagePeriod[];
  /** A reservation for which nobody came: all periods are `reserved`. */
  readonly expired: boolean;
  /** What the connector can deliver; null where it is not known. */
  readonly strongest: Watts | null;
  readonly contract: ContractTerms | null;
  /** The longest between two readings across which energy is shared out where the price changes; an hour unless said. */
  readonly longestGuess?: Milliseconds;
  /** When nobody knows for how long the car charged, in order of time; never unless said. */
  readonly unknownCharging?: readonly { readonly from: Instant; readonly to: Instant }[];
}

/** A stretch of a session in which everything runs evenly, as far as anybody knows. */
export interface UsagePeriod {
  readonly from: Instant;
  readonly to: Instant;
  readonly energy: MilliwattHours;
  /** How long of it the car charged. */
  readonly charging: Milliseconds;
  /** How long of it the car wanted no power, on evidence. */
  readonly idle: Milliseconds;
  /** How long of it the connector was kept free for the driver. */
  readonly reserved: Milliseconds;
  readonly power: Extremes | null;
  /** In mA, summed over the phases. */
  readonly current: Extremes | null;
  /** The readings of our own meter around it; null where another operator states what was used. */
  readonly readings: { readonly from: Instant; readonly to: Instant } | null;
}

/** Least and most of something that varies, in whole units. */
export interface Extremes {
  readonly least: number;
  readonly most: number;
}

/** What the driver's contract grants beside the tariff. */
export interface ContractTerms {
  /** Left of what is free this month. */
  readonly freeEnergy: MilliwattHours;
  readonly discount: BasisPoints;
}

/** When a reservation is over and the session as such begins; null where it never did. */
export function sessionStart({ periods }: SessionFacts): Instant | null {
  return periods.find((period) => !isReservation(period))?.from ?? null;
}

/** Nothing of it belongs to the session as such. */
export function isReservation({ reserved, energy, charging, idle }: UsagePeriod): boolean {
  return reserved > 0 && energy === 0 && charging === 0 && idle === 0;
}

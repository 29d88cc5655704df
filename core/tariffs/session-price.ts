import type { HeldReason as MeteringReason } from '../eichrecht/energy-for-money.ts';
import type { SessionId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { MilliwattHours, Money } from './amounts.ts';
import type { Implausible } from './implausible.ts';
import type { PriceStep } from './price-step.ts';
import type { SessionTerms } from './session-terms.ts';

/** One time that a session was priced. Nothing is ever overwritten: whoever prices again adds the next. */
export interface SessionPrice {
  readonly sessionId: SessionId;
  /** From 1. */
  readonly number: number;
  readonly at: Instant;
  /** Null: the program itself. */
  readonly by: string | null;
  readonly because: PricedBecause;
  readonly note: string;
  /** By what it was priced; null where nothing says who pays. */
  readonly terms: SessionTerms | null;
  readonly outcome: RatedOutcome;
}

export type PricedBecause = 'ended' | 'decided' | 'late-values' | 'looked-again' | 'asked';

export type RatedOutcome =
  | {
      readonly kind: 'priced';
      readonly currency: string;
      readonly total: Money;
      readonly energy: MilliwattHours;
      readonly source: EnergySource;
      readonly freeEnergy: MilliwattHours;
      readonly steps: readonly PriceStep[];
    }
  /** A person has to say. */
  | { readonly kind: 'held'; readonly reason: HeldReason; readonly facts: HeldFacts }
  /** A person has said that nothing is paid. */
  | { readonly kind: 'waived' }
  /** A person has said what is paid. */
  | {
      readonly kind: 'fixed';
      readonly currency: string;
      readonly total: Money;
      readonly energy: MilliwattHours | null;
    }
  | { readonly kind: 'no-tariff' };

export type EnergySource = 'signed' | 'measured' | 'decided';
export type HeldFacts = Readonly<Record<string, string | number>>;

export type HeldReason =
  | Implausible['kind']
  | MeteringReason
  /** The session itself waits for a decision. */
  | 'session-in-doubt'
  /** The tariff asks for the time, and nobody knows when it was. */
  | 'clock-in-doubt'
  /** The tariff had no version in force when the session began. */
  | 'no-version'
  /** The tariff sells time, or by the clock, and the station may not. */
  | 'time-not-allowed';

import type { MeteringFlags } from '../eichrecht/energy-for-money.ts';
import type { CardId, DriverId, GroupId, SessionId } from '../shared/ids.ts';
import type { Instant, Watts } from '../shared/units.ts';
import type { LostRule } from './choose-tariff.ts';
import type { RuleExtras, RuleTarget } from './tariff-rule.ts';

/**
 * By what a session is priced, settled when it began: later changes of tariffs, rules, names or groups never touch it.
 * The version that it names can be neither changed nor removed.
 */
export interface SessionTerms {
  readonly sessionId: SessionId;
  /** When the session began. */
  readonly at: Instant;
  readonly timeZone: string;
  readonly tariffId: number;
  readonly tariffName: string;
  /** Null where the tariff had none in force then. */
  readonly version: number | null;
  /** Of that version. */
  readonly currency: string | null;
  /** What its station was allowed, and bound to, when it began. */
  readonly metering: MeteringFlags;
  /** The most that its station could give then; left out by sessions that began before it was frozen. */
  readonly strongest?: Watts | null;
  readonly rule: NamedRule;
  readonly lost: readonly LostTerms[];
  readonly extras: RuleExtras;
  /** Who uses up what is free in a month. */
  readonly payer: Payer | null;
  /** In whose ledger it stands. */
  readonly group: { readonly id: GroupId; readonly name: string } | null;
}

/** A driver, or a card that nobody drives with. */
export type Payer =
  | { readonly kind: 'driver'; readonly id: DriverId }
  | { readonly kind: 'card'; readonly id: CardId };

export interface NamedRule {
  readonly id: number;
  readonly kind: RuleTarget['kind'];
  /** What its target was called. */
  readonly name: string;
}

export interface LostTerms extends NamedRule {
  readonly tariffName: string;
  readonly because: LostRule['because'];
}

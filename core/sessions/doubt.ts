import type { Instant } from '../shared/units.ts';

/** Why a session must not count until a person has looked at it. */
export const DOUBT_KINDS = [
  /** The connector became free, or a new session began on it, and no stop ever came. */
  'no-stop',
  /** Nothing was heard of the session for two days. */
  'silent',
  /** The register at the end is below the register at the start. */
  'meter-backwards',
  /** The stop carried -1 or 0 where a register belongs; the last sample stands in for it. */
  'no-stop-register',
  /** More energy than the connector can deliver in that time. */
  'impossible-energy',
  /** The start register was 0 or far below what the meter showed right after (a baseline sent offline). */
  'baseline',
  /** The values fit only if the station sends kWh as Wh, or Wh as kWh. */
  'unit-mixed-up',
  /** The stop lies before the start. */
  'stop-before-start',
  /** A time that cannot be: before 2015, or in the future. */
  'impossible-time',
  /** A second, different stop came for the same session; the first one stands. */
  'conflicting-stop',
  /** A stop with another figure came when a person had decided already; somebody decides again. */
  'stop-after-decision',
  /** A stop without our transaction number was matched to this session. */
  'inferred-stop',
  /** The start register lies below the previous stop register of the same connector (errata 3.78). */
  'register-gap',
  /** No station has a connector of that number. */
  'impossible-connector',
  /** The message could not be read in full; what could be is here. */
  'unreadable-message',
  /** The card was refused and the station charged all the same. */
  'refused-but-charged',
] as const;

export type DoubtKind = (typeof DOUBT_KINDS)[number];

export interface Doubt {
  readonly kind: DoubtKind;
  readonly since: Instant;
  /** The figures that raised it, for the person who decides: names to plain numbers or texts. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Adds a doubt once: the first of a kind stands. */
export function withDoubt(doubts: readonly Doubt[], doubt: Doubt): readonly Doubt[] {
  return doubts.some((known) => known.kind === doubt.kind) ? doubts : [...doubts, doubt];
}

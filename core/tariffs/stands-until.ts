import type { SessionEnd } from '../sessions/session.ts';
import { type Instant, MINUTE, milliseconds } from '../shared/units.ts';
import { type SessionUse, saidBy } from './connector-use.ts';

export type Stand =
  /** The car has left, or nobody knows that it stayed. */
  | { readonly kind: 'left'; readonly at: Instant }
  /** Its plug is still in. */
  | { readonly kind: 'stands' };

/** A status that belongs to a stop comes within this; stations send it right before or after. */
export const BELONGS_WITHIN = milliseconds(2 * MINUTE);

/**
 * How long a car stood at its connector after the session's stop. Time after it counts only while the station says so
 * (Finishing, OCPP 1.6 §4.9); a station off the line is decided for the driver.
 */
export function standsUntil(end: Pick<SessionEnd, 'at'>, uses: readonly SessionUse[]): Stand {
  const at = uses.findLastIndex((use) => use.at <= end.at + BELONGS_WITHIN && use.status === 'Finishing');
  const finishing = uses[at];
  if (finishing === undefined) return { kind: 'left', at: end.at };
  const next = uses.slice(at + 1).find((use) => saidBy(use.status) !== 'car-idle');
  if (next === undefined) return { kind: 'stands' };
  return { kind: 'left', at: next.at > end.at ? next.at : end.at };
}

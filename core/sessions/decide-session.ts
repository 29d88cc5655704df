import type { Instant, WattHours } from '../shared/units.ts';
import { closeUnstopped } from './close-unstopped.ts';
import { type Decision, measuredEnergy, type Session, waitsForStop } from './session.ts';

export type DecisionWish =
  | { readonly kind: 'accept'; readonly note: string }
  | { readonly kind: 'correct'; readonly energy: WattHours; readonly note: string }
  | { readonly kind: 'void'; readonly note: string };

export type DecideOutcome =
  | { readonly kind: 'decided'; readonly session: Session; readonly decision: Decision }
  | { readonly kind: 'not-in-doubt' }
  /** The car may still be charging: what it draws from now on would be lost. */
  | { readonly kind: 'still-running' }
  /** There is no figure to accept: the meter ran backwards. */
  | { readonly kind: 'no-figure' };

export interface DecisionMaker {
  readonly by: string;
  readonly at: Instant;
  /** A station that was taken out of use will never send the stop. */
  readonly stationRetired: boolean;
}

/**
 * Settles a session in doubt by a person's word. What the station reported is kept; a session that never
 * got its stop is ended with the last that its meter said.
 */
export function decideSession(
  session: Session,
  wish: DecisionWish,
  { by, at, stationRetired }: DecisionMaker,
): DecideOutcome {
  if (session.doubts.length === 0) return { kind: 'not-in-doubt' };
  if (waitsForStop(session) && !stationRetired) return { kind: 'still-running' };
  const ended = session.end === null ? closeUnstopped(session, at) : session;
  const decision = decisionOf(ended, wish, { by, at });
  if (decision === null) return { kind: 'no-figure' };
  return { kind: 'decided', session: { ...ended, decision }, decision };
}

function decisionOf(
  session: Session,
  wish: DecisionWish,
  who: { readonly by: string; readonly at: Instant },
): Decision | null {
  switch (wish.kind) {
    case 'accept': {
      const energy = measuredEnergy(session);
      return energy === null ? null : { kind: 'accepted', energy, note: wish.note, ...who };
    }
    case 'correct':
      return { kind: 'corrected', energy: wish.energy, note: wish.note, ...who };
    case 'void':
      return { kind: 'void', note: wish.note, ...who };
  }
}

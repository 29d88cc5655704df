import { DAY, type Instant, later, MINUTE } from '../shared/units.ts';
import type { Connector } from '../stations/connector.ts';
import { closeUnstopped } from './close-unstopped.ts';
import { withDoubt } from './doubt.ts';
import type { Session } from './session.ts';

/** How long a connector may be free before its session counts as never stopped. */
const FREE_WITHOUT_STOP = 15 * MINUTE;
/** A station may be offline over a weekend and still deliver; after this somebody should know. */
const SILENCE = 2 * DAY;

/**
 * Looks after a session that should have ended. Null when there is nothing to say.
 * A session is never ended by silence alone: its stop may still wait in the station.
 */
export function watchSession(session: Session, connector: Connector | null, now: Instant): Session | null {
  if (session.end !== null) return null;
  if (
    connector?.status === 'Available' &&
    connector.since >= session.start.at &&
    now >= later(connector.receivedAt, FREE_WITHOUT_STOP)
  )
    return closeUnstopped(session, now);
  const heardAt = Math.max(session.progress.lastSampleAt ?? 0, session.start.receivedAt);
  if (now - heardAt < SILENCE) return null;
  const doubts = withDoubt(session.doubts, {
    kind: 'silent',
    since: now,
    facts: { hours: Math.floor((now - heardAt) / (60 * MINUTE)) },
  });
  return doubts === session.doubts ? null : { ...session, doubts };
}

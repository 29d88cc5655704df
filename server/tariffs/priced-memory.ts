import type { CurvePoint } from '#core/sessions/curve.ts';
import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { SessionPrice } from '#core/tariffs/session-price.ts';
import type { LiveSite } from '../site/live-site.ts';

/** What a session was like when it was priced. */
interface Seen {
  readonly session: Session;
  readonly curve: readonly CurvePoint[];
  readonly points: number;
}

/** More of them are hardly told of before the news of their price has gone round. */
const MOST_REMEMBERED = 1_000;

/**
 * Knows the news of a price from news of its session: everybody is told of both alike, and pricing again what has not changed
 * would cost as much as the first time.
 */
export function createPricedMemory({ sessions }: LiveSite) {
  const seen = new Map<SessionId, Seen>();
  return {
    /** As it is now: to be asked before it is priced, for more may come while that is kept. */
    look(id: SessionId): Seen | null {
      const session = sessions.byId(id);
      const curve = sessions.curve(id);
      return session === null ? null : { session, curve, points: curve.length };
    },
    note({ sessionId, outcome }: SessionPrice, looked: Seen | null): void {
      seen.delete(sessionId);
      // What was signed may come late, and then is no part of session or curve.
      if (looked === null || outcome.kind !== 'priced' || outcome.source === 'signed') return;
      seen.set(sessionId, looked);
      const [oldest] = seen.keys();
      if (seen.size > MOST_REMEMBERED && oldest !== undefined) seen.delete(oldest);
    },
    isUnchanged(id: SessionId): boolean {
      const known = seen.get(id);
      if (known === undefined) return false;
      const curve = sessions.curve(id);
      return known.session === sessions.byId(id) && known.curve === curve && known.points === curve.length;
    },
  };
}

import type { CurvePoint } from '#core/sessions/curve.ts';
import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { SessionPrice } from '#core/tariffs/session-price.ts';
import type { LiveSite } from '../site/live-site.ts';

/** What a session was like when it was priced. */
export interface Seen {
  /** Null where it was in the store alone: whoever changes it fetches it first. */
  readonly session: Session | null;
  readonly curve: readonly CurvePoint[];
  readonly points: number;
  readonly uses: number;
}

/** More of them are hardly priced before the news of the first has gone round; twice as many are remembered at most. */
const MOST_REMEMBERED = 5_000;

/**
 * Knows the news of a price from news of its session: everybody is told of both alike, and pricing again what has not changed
 * would cost as much as the first time.
 */
export function createPricedMemory({ sessions, prices }: LiveSite) {
  let lately = new Map<SessionId, Seen>();
  let before = new Map<SessionId, Seen>();
  return {
    /** As it is now: to be asked before it is priced, for more may come while that is kept. */
    look(id: SessionId): Seen {
      const curve = sessions.curve(id);
      return { session: sessions.byId(id), curve, points: curve.length, uses: prices.usesOf(id).length };
    },
    note({ sessionId, outcome }: SessionPrice, looked: Seen): void {
      lately.delete(sessionId);
      before.delete(sessionId);
      // What was signed may come late, and then is no part of session or curve.
      if (outcome.kind !== 'priced' || outcome.source === 'signed') return;
      lately.set(sessionId, looked);
      if (lately.size < MOST_REMEMBERED) return;
      before = lately;
      lately = new Map();
    },
    isUnchanged(id: SessionId): boolean {
      const known = lately.get(id) ?? before.get(id);
      if (known === undefined || known.session !== sessions.byId(id)) return false;
      if (prices.isWatched(id) && prices.usesOf(id).length !== known.uses) return false;
      if (known.session === null) return true;
      const curve = sessions.curve(id);
      return known.curve === curve && known.points === curve.length;
    },
  };
}

import type { Session } from '#core/sessions/session.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { LiveSite } from '../site/live-site.ts';

/** What a connector does from now on, for the session there that was not priced yet, or whose car still stands. */
export function connectorUse(
  live: LiveSite,
  { stationId, connectorId }: Pick<Session, 'stationId' | 'connectorId'>,
  said: { readonly status: SessionUse['status']; readonly since: Instant; readonly heardAt: Instant },
): readonly SessionUse[] {
  const session =
    live.sessions.openAt(stationId, connectorId) ?? live.sessions.lastEndedAt(stationId, connectorId);
  if (session === null || !live.prices.isWatched(session.id)) return [];
  const last = live.prices.usesOf(session.id).at(-1);
  if (last?.status === said.status) return [];
  // Whoever was off the line tells nothing of the time in between.
  const wasOff = last?.status === 'Offline';
  const at = wasOff ? said.heardAt : instant(Math.max(said.since, session.start.at));
  return [{ sessionId: session.id, at, status: said.status }];
}

/** A station is off the line: from then on nobody knows what its connectors do. */
export function offTheLine(live: LiveSite, station: StationId, since: Instant): readonly SessionUse[] {
  return live
    .connectorsOf(station)
    .flatMap(({ connectorId }) =>
      connectorUse(live, { stationId: station, connectorId }, { status: 'Offline', since, heardAt: since }),
    );
}

/**
 * While the program did not run, nobody knows what connectors did: what was last heard of a session ends what is known. To be
 * asked at the start, before stations come back.
 */
export function unwatchedUses({ prices, sessions }: LiveSite): readonly SessionUse[] {
  return [...prices.terms.keys()].flatMap((sessionId): readonly SessionUse[] => {
    const last = prices.usesOf(sessionId).at(-1);
    if (last === undefined || last.status === 'Offline') return [];
    const sampledAt = sessions.byId(sessionId)?.progress.lastSampleAt ?? last.at;
    return [{ sessionId, at: instant(Math.max(last.at, sampledAt)), status: 'Offline' }];
  });
}

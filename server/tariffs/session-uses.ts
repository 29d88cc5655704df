import type { Session } from '#core/sessions/session.ts';
import type { SessionId, StationId } from '#core/shared/ids.ts';
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
 * While the program did not run, nobody knows what connectors did. If it was killed, nobody wrote down when it ceased to
 * hear: what a connector did last holds for as long as its station was heard, by the journal, for it would have told of a
 * change. To be asked at the start, before stations come back.
 */
export async function unwatchedUses(
  live: LiveSite,
  lastHeard: (station: StationId) => Promise<Instant | null>,
): Promise<readonly SessionUse[]> {
  const { prices, sessions } = live;
  const stations = stationsOf(live);
  const heard = new Map<StationId, Instant | null>();
  const uses: SessionUse[] = [];
  for (const sessionId of prices.terms.keys()) {
    const last = prices.usesOf(sessionId).at(-1);
    if (last === undefined || last.status === 'Offline') continue;
    const station = stations.get(sessionId);
    if (station !== undefined && !heard.has(station)) heard.set(station, await lastHeard(station));
    const heardAt = station === undefined ? null : heard.get(station);
    const until = heardAt ?? sessions.byId(sessionId)?.progress.lastSampleAt ?? last.at;
    uses.push({ sessionId, at: instant(Math.max(last.at, until)), status: 'Offline' });
  }
  return uses;
}

/** Where the sessions are of which a station may still tell. */
function stationsOf({ sessions, stations }: LiveSite): ReadonlyMap<SessionId, StationId> {
  const ended = [...stations.keys()].flatMap((station) => sessions.lastEndedOf(station));
  return new Map([...ended, ...sessions.open()].map(({ id, stationId }) => [id, stationId]));
}

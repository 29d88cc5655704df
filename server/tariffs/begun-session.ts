import type { Change } from '#core/changes.ts';
import type { Session } from '#core/sessions/session.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type Instant, instant, MINUTE } from '#core/shared/units.ts';
import type { ConnectorStatus } from '#core/stations/connector.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import { begunOnTerms } from '#core/tariffs/tariff-change.ts';
import type { LiveSite } from '../site/live-site.ts';
import { isModuleOn } from '../site/modules.ts';
import { termsOfSession } from './terms-of-session.ts';

/**
 * Freezes by what a session is paid that begins now, with what its connector is doing. A refused card pays nothing; if its
 * station charges all the same, a person decides.
 */
export function begunSession(live: LiveSite, session: Session): readonly Change[] {
  if (session.admission.kind === 'refused' || !isModuleOn(live, 'tariffs')) return [];
  const terms = termsOfSession(live, session);
  if (terms === null) return [];
  return [...begunOnTerms(session, terms), ...firstUse(live, session)];
}

/** What a connector does from now on, for the session there that was not priced yet. */
export function connectorUse(
  live: LiveSite,
  { stationId, connectorId }: Pick<Session, 'stationId' | 'connectorId'>,
  said: { readonly status: SessionUse['status']; readonly since: Instant; readonly heardAt: Instant },
): readonly SessionUse[] {
  const session =
    live.sessions.openAt(stationId, connectorId) ?? live.sessions.lastEndedAt(stationId, connectorId);
  if (session === null || !live.prices.terms.has(session.id)) return [];
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

/** A start that comes late says nothing of what the connector does now. */
function firstUse(live: LiveSite, session: Session): readonly Change[] {
  const { stationId, connectorId, start, id } = session;
  const status: ConnectorStatus | undefined = live.connector(stationId, connectorId)?.status;
  if (status === undefined || start.receivedAt - start.at > MINUTE) return [];
  return [{ kind: 'add-use', use: { sessionId: id, at: start.at, status } }];
}

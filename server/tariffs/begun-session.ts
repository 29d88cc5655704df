import type { Change } from '#core/changes.ts';
import type { Session } from '#core/sessions/session.ts';
import { MINUTE } from '#core/shared/units.ts';
import type { ConnectorStatus } from '#core/stations/connector.ts';
import { begunOnTerms } from '#core/tariffs/tariff-change.ts';
import type { LiveSite } from '../site/live-site.ts';
import { isModuleOn } from '../site/modules.ts';
import { termsOfSession } from './terms-of-session.ts';

/**
 * Freezes by what a session is paid that begins now, with what its connector is doing. A refused card pays nothing; if its
 * station charges all the same, a person decides.
 */
export function begunSession(live: LiveSite, session: Session): readonly Change[] {
  const left = standingEnded(live, session);
  if (session.admission.kind === 'refused' || !isModuleOn(live, 'tariffs')) return left;
  const terms = termsOfSession(live, session);
  if (terms === null) return left;
  return [...left, ...begunOnTerms(session, terms), ...firstUse(live, session)];
}

/** Where the next car charges, the one before has left, though no status said so. */
function standingEnded(live: LiveSite, { stationId, connectorId, start }: Session): readonly Change[] {
  const before = live.sessions.lastEndedAt(stationId, connectorId);
  if (before === null || !live.prices.isWatched(before.id)) return [];
  const last = live.prices.usesOf(before.id).at(-1);
  if (last !== undefined && last.at > start.at) return [];
  return [{ kind: 'add-use', use: { sessionId: before.id, at: start.at, status: 'Available' } }];
}

/** A start that comes late says nothing of what the connector does now. */
function firstUse(live: LiveSite, session: Session): readonly Change[] {
  const { stationId, connectorId, start, id } = session;
  const status: ConnectorStatus | undefined = live.connector(stationId, connectorId)?.status;
  if (status === undefined || start.receivedAt - start.at > MINUTE) return [];
  return [{ kind: 'add-use', use: { sessionId: id, at: start.at, status } }];
}

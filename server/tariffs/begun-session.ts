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
  if (session.admission.kind === 'refused' || !isModuleOn(live, 'tariffs')) return [];
  const terms = termsOfSession(live, session);
  if (terms === null) return [];
  return [...begunOnTerms(session, terms), ...firstUse(live, session)];
}

/** A start that comes late says nothing of what the connector does now. */
function firstUse(live: LiveSite, session: Session): readonly Change[] {
  const { stationId, connectorId, start, id } = session;
  const status: ConnectorStatus | undefined = live.connector(stationId, connectorId)?.status;
  if (status === undefined || start.receivedAt - start.at > MINUTE) return [];
  return [{ kind: 'add-use', use: { sessionId: id, at: start.at, status } }];
}

import type { Session } from '#core/sessions/session.ts';
import type { Connector } from '#core/stations/connector.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { sessionOf } from './session-row.ts';

/**
 * The session that began last on each connector and has ended: its stop register is what the next start is held
 * against. Sessions of one connector do not overlap, so the last to begin is the last to end.
 */
export async function lastEndedSessions(
  query: Query,
  connectors: readonly Connector[],
): Promise<readonly Session[]> {
  const found: Session[] = [];
  for (const connector of connectors) {
    if (connector.connectorId === 0) continue;
    const row = await query
      .selectFrom('session')
      .selectAll()
      .where('station_id', '=', connector.stationId)
      .where('connector_id', '=', connector.connectorId)
      .where('ended_at', 'is not', null)
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) found.push(sessionOf(row));
  }
  return found;
}

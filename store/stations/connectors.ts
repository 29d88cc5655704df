import { connectorId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Connector } from '#core/stations/connector.ts';
import { fromWord } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { ConnectorRow } from './station-tables.ts';

export const connectorWrite = upserting<ConnectorRow, Connector>(
  {
    table: 'connector',
    columns: {
      station_id: (connector) => connector.stationId,
      connector_id: (connector) => connector.connectorId,
      status: (connector) => connector.status,
      error_code: (connector) => connector.errorCode,
      info: (connector) => connector.info,
      vendor_error_code: (connector) => connector.vendorErrorCode,
      since: (connector) => connector.since,
      received_at: (connector) => connector.receivedAt,
      closed_by: (connector) => connector.closedBy?.who ?? null,
      closed_at: (connector) => connector.closedBy?.at ?? null,
    },
  },
  ['station_id', 'connector_id'],
);

export async function readConnectors(query: Query): Promise<readonly Connector[]> {
  const rows = await query
    .selectFrom('connector')
    .selectAll()
    .orderBy('station_id')
    .orderBy('connector_id')
    .execute();
  return rows.map(connectorOf);
}

function connectorOf(row: ConnectorRow): Connector {
  return {
    stationId: stationId(row.station_id),
    connectorId: connectorId(row.connector_id),
    status: fromWord(row.status),
    errorCode: row.error_code,
    info: row.info,
    vendorErrorCode: row.vendor_error_code,
    since: instant(row.since),
    receivedAt: instant(row.received_at),
    closedBy:
      row.closed_by === null || row.closed_at === null
        ? null
        : { who: row.closed_by, at: instant(row.closed_at) },
  };
}

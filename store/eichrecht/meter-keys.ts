import type { MeterKeys } from '#core/eichrecht/meter-keys.ts';
import { connectorId, stationId } from '#core/shared/ids.ts';
import { fromJson } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { MeterKeysRow } from './eichrecht-tables.ts';

export const meterKeysWrite = upserting<MeterKeysRow, MeterKeys>(
  {
    table: 'meter_keys',
    columns: {
      station_id: (keys) => keys.stationId,
      connector_id: (keys) => keys.connectorId,
      history_json: (keys) => JSON.stringify(keys.history),
      shown_json: (keys) => (keys.shown === null ? null : JSON.stringify(keys.shown)),
      alarm_json: (keys) => (keys.alarm === null ? null : JSON.stringify(keys.alarm)),
    },
  },
  ['station_id', 'connector_id'],
);

/** Those of all connectors of which a key is known. */
export async function readMeterKeys(query: Query): Promise<readonly MeterKeys[]> {
  return (await query.selectFrom('meter_keys').selectAll().execute()).map(keysOf);
}

function keysOf(row: MeterKeysRow): MeterKeys {
  return {
    stationId: stationId(row.station_id),
    connectorId: connectorId(row.connector_id),
    history: fromJson(row.history_json),
    shown: row.shown_json === null ? null : fromJson(row.shown_json),
    alarm: row.alarm_json === null ? null : fromJson(row.alarm_json),
  };
}

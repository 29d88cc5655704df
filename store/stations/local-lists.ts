import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { LocalList } from '#core/stations/local-list.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { LocalListRow } from './station-tables.ts';

export const localListWrite = upserting<LocalListRow, LocalList>(
  {
    table: 'local_list',
    columns: {
      station_id: (list) => list.stationId,
      kept: (list) => Number(list.kept),
      version: (list) => list.version,
      entries_json: (list) => JSON.stringify(list.entries),
      acknowledged_at: (list) => list.acknowledgedAt,
      left_out_json: (list) => JSON.stringify(list.leftOut),
      state_json: (list) => JSON.stringify(list.state),
      abilities_json: (list) => JSON.stringify(list.abilities),
    },
  },
  ['station_id'],
);

export async function readLocalLists(query: Query): Promise<readonly LocalList[]> {
  return (await query.selectFrom('local_list').selectAll().execute()).map((row) => ({
    stationId: stationId(row.station_id),
    kept: row.kept === 1,
    version: row.version,
    entries: fromJson(row.entries_json),
    acknowledgedAt: orNull(row.acknowledged_at, instant),
    leftOut: fromJson(row.left_out_json),
    state: fromJson(row.state_json),
    abilities: fromJson(row.abilities_json),
  }));
}

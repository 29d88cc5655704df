import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { StationLimits } from '#core/stations/station-limits.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { StationLimitsRow } from './station-tables.ts';

export const stationLimitsWrite = upserting<StationLimitsRow, StationLimits>(
  {
    table: 'station_limits',
    columns: {
      station_id: (limits) => limits.stationId,
      profiles_json: (limits) => JSON.stringify(limits.profiles),
      abilities_json: (limits) => JSON.stringify(limits.abilities),
      abilities_read_at: (limits) => limits.abilitiesReadAt,
    },
  },
  ['station_id'],
);

export async function readStationLimits(query: Query): Promise<readonly StationLimits[]> {
  return (await query.selectFrom('station_limits').selectAll().execute()).map((row) => ({
    stationId: stationId(row.station_id),
    profiles: fromJson(row.profiles_json),
    abilities: fromJson(row.abilities_json),
    abilitiesReadAt: orNull(row.abilities_read_at, instant),
  }));
}

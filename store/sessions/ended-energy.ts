import { sql } from 'kysely';
import { type StationId, stationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';

/** Energy in Wh of the sessions that began at or after a moment and have ended, by station. */
export async function endedEnergyByStation(
  query: Query,
  from: Instant,
): Promise<ReadonlyMap<StationId, number>> {
  const { rows } = await sql<{ readonly station_id: string; readonly energy: number }>`
    select station_id, coalesce(sum(settled_wh), 0) as energy
    from session where started_at >= ${from} and ended_at is not null group by station_id`.execute(query);
  return new Map(rows.map((row) => [stationId(row.station_id), row.energy]));
}

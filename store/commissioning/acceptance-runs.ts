import { sql } from 'kysely';
import type { AcceptanceRun } from '#core/commissioning/acceptance-run.ts';
import { connectorId, type StationId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { AcceptanceRunRow } from './acceptance-run-row.ts';

export const acceptanceRunWrite = upserting<AcceptanceRunRow, AcceptanceRun>(
  {
    table: 'acceptance_run',
    columns: {
      id: (run) => run.id,
      station_id: (run) => run.stationId,
      connector_id: (run) => run.connectorId,
      started_at: (run) => run.startedAt,
      started_by: (run) => run.startedBy,
      steps_json: (run) => JSON.stringify(run.steps),
      configuration_json: (run) => (run.configuration === null ? null : JSON.stringify(run.configuration)),
      end_json: (run) => (run.end === null ? null : JSON.stringify(run.end)),
      is_open: (run) => Number(run.end === null),
    },
  },
  ['id'],
);

/** Runs that go on, oldest first. */
export async function readOpenAcceptanceRuns(query: Query): Promise<readonly AcceptanceRun[]> {
  const rows = await query
    .selectFrom('acceptance_run')
    .selectAll()
    .where(sql<boolean>`is_open = 1`)
    .orderBy('id')
    .execute();
  return rows.map(runOf);
}

/** The runs of a station, or of all, newest first. */
export async function listAcceptanceRuns(
  query: Query,
  station: StationId | null,
): Promise<readonly AcceptanceRun[]> {
  let list = query.selectFrom('acceptance_run').selectAll().orderBy('id', 'desc');
  if (station !== null) list = list.where('station_id', '=', station);
  return (await list.execute()).map(runOf);
}

export async function acceptanceRunById(query: Query, id: number): Promise<AcceptanceRun | null> {
  const row = await query.selectFrom('acceptance_run').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

function runOf(row: AcceptanceRunRow): AcceptanceRun {
  return {
    id: row.id,
    stationId: stationId(row.station_id),
    connectorId: connectorId(row.connector_id),
    startedAt: instant(row.started_at),
    startedBy: row.started_by,
    steps: fromJson(row.steps_json),
    configuration: row.configuration_json === null ? null : fromJson(row.configuration_json),
    end: row.end_json === null ? null : fromJson(row.end_json),
  };
}

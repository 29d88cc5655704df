import { sql } from 'kysely';
import type { Stray } from '#core/sessions/stray.ts';
import { connectorId, type StationId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, fromWord, isOneOf, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { inserting, type TableTarget, upserting } from '../sqlite/table-write.ts';
import type { StrayRow } from './session-tables.ts';

export interface StrayFilter {
  /** Only those that nobody has dismissed. */
  readonly open: boolean;
  readonly id?: number;
  /** Only those of these stations; of all where it is left out. */
  readonly stationIds?: readonly StationId[];
  readonly limit: number;
}

const target: TableTarget<StrayRow, Stray> = {
  table: 'stray',
  columns: {
    id: (stray) => stray.id,
    station_id: (stray) => stray.stationId,
    connector_id: (stray) => stray.connectorId,
    received_at: (stray) => stray.receivedAt,
    kind: (stray) => stray.kind,
    transaction_id: (stray) => stray.transactionId,
    id_tag: (stray) => stray.idTag,
    frame: (stray) => stray.frame,
    dismissed_json: (stray) => (stray.dismissed === null ? null : JSON.stringify(stray.dismissed)),
    is_open: (stray) => Number(stray.dismissed === null),
  },
};

export const strayInsert = inserting(target);
export const strayWrite = upserting(target, ['id']);

/** Strays, newest first. */
export async function listStrays(query: Query, filter: StrayFilter): Promise<readonly Stray[]> {
  let list = query.selectFrom('stray').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.open) list = list.where(sql<boolean>`is_open = 1`);
  if (filter.id !== undefined) list = list.where('id', '=', filter.id);
  if (filter.stationIds !== undefined) list = list.where(isOneOf('station_id', filter.stationIds));
  return (await list.execute()).map(strayOf);
}

/** Stops that fit no session and that nobody has dismissed, oldest first. */
export async function waitingStops(query: Query): Promise<readonly Stray[]> {
  const open = await listStrays(query, { open: true, limit: 1_000 });
  return open.filter(({ kind }) => kind === 'unknown-stop').toReversed();
}

function strayOf(row: StrayRow): Stray {
  return {
    id: row.id,
    stationId: stationId(row.station_id),
    connectorId: orNull(row.connector_id, connectorId),
    receivedAt: instant(row.received_at),
    kind: fromWord(row.kind),
    transactionId: row.transaction_id,
    idTag: row.id_tag,
    frame: row.frame,
    dismissed: row.dismissed_json === null ? null : fromJson(row.dismissed_json),
  };
}

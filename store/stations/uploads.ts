import { sql } from 'kysely';
import { type StationId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Upload } from '#core/stations/upload.ts';
import { fromJson, fromWord } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { UploadRow } from './station-tables.ts';

export const uploadWrite = upserting<UploadRow, Upload>(
  {
    table: 'upload',
    columns: {
      id: (upload) => upload.id,
      station_id: (upload) => upload.stationId,
      of: (upload) => upload.of,
      asked_by: (upload) => upload.askedBy,
      asked_at: (upload) => upload.askedAt,
      life_json: (upload) => JSON.stringify(upload.life),
      is_awaited: (upload) => Number(upload.life.kind === 'awaited'),
    },
  },
  ['id'],
);

/** Uploads that may still come, oldest first. */
export async function readAwaitedUploads(query: Query): Promise<readonly Upload[]> {
  const rows = await query
    .selectFrom('upload')
    .selectAll()
    .where(sql<boolean>`is_awaited = 1`)
    .orderBy('id')
    .execute();
  return rows.map(uploadOf);
}

/** The latest uploads, newest first; of one station if it is named. */
export async function listUploads(
  query: Query,
  filter: { readonly stationId?: StationId; readonly limit: number },
): Promise<readonly Upload[]> {
  let list = query.selectFrom('upload').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.stationId !== undefined) list = list.where('station_id', '=', filter.stationId);
  return (await list.execute()).map(uploadOf);
}

export async function uploadById(query: Query, id: number): Promise<Upload | null> {
  const row = await query.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : uploadOf(row);
}

function uploadOf(row: UploadRow): Upload {
  return {
    id: row.id,
    stationId: stationId(row.station_id),
    of: fromWord(row.of),
    askedBy: row.asked_by,
    askedAt: instant(row.asked_at),
    life: fromJson(row.life_json),
  };
}

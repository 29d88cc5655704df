import { type StationId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { StationDocument } from '#core/stations/station-document.ts';
import { fromWord, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { StationDocumentRow } from './station-tables.ts';

export const stationDocumentWrite = upserting<StationDocumentRow, StationDocument>(
  {
    table: 'station_document',
    columns: {
      id: (document) => document.id,
      station_id: (document) => document.stationId,
      name: (document) => document.name,
      kind: (document) => document.kind,
      bytes: (document) => document.bytes,
      sha256: (document) => document.sha256,
      added_at: (document) => document.addedAt,
      added_by: (document) => document.addedBy,
      removed_at: (document) => document.removedAt,
    },
  },
  ['id'],
);

/** Those of all stations, the removed ones too. */
export async function readStationDocuments(query: Query): Promise<readonly StationDocument[]> {
  const rows = await query.selectFrom('station_document').selectAll().orderBy('id').execute();
  return rows.map(documentOf);
}

/** Those of one station, newest first, without the removed ones. */
export async function listStationDocuments(
  query: Query,
  station: StationId,
): Promise<readonly StationDocument[]> {
  const rows = await query
    .selectFrom('station_document')
    .selectAll()
    .where('station_id', '=', station)
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(documentOf);
}

function documentOf(row: StationDocumentRow): StationDocument {
  return {
    id: row.id,
    stationId: stationId(row.station_id),
    name: row.name,
    kind: fromWord(row.kind),
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: instant(row.added_at),
    addedBy: row.added_by,
    removedAt: orNull(row.removed_at, instant),
  };
}

import type { Migration } from './migration.ts';

/** Photos and documents of stations; what is in them stands in files of their own. */
export const keepStationDocuments: Migration = {
  number: 9,
  name: 'keep-station-documents',
  sql: `
CREATE TABLE station_document (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL REFERENCES station (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX station_document_by_station ON station_document (station_id);
`,
};

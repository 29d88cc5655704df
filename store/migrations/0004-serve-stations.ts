import type { Migration } from './migration.ts';

/** What stations are told to keep for us: cards, reservations, limits; and the files they send. */
export const serveStations: Migration = {
  number: 4,
  name: 'serve-stations',
  sql: `
ALTER TABLE card ADD COLUMN card_group TEXT;

CREATE TABLE local_list (
  station_id TEXT PRIMARY KEY REFERENCES station (id),
  kept INTEGER NOT NULL,
  version INTEGER,
  entries_json TEXT NOT NULL,
  acknowledged_at INTEGER,
  left_out_json TEXT NOT NULL,
  state_json TEXT NOT NULL,
  abilities_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE station_limits (
  station_id TEXT PRIMARY KEY REFERENCES station (id),
  profiles_json TEXT NOT NULL,
  abilities_json TEXT NOT NULL,
  abilities_read_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE reservation (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL REFERENCES station (id),
  connector_id INTEGER NOT NULL,
  card_uid TEXT NOT NULL,
  card_group TEXT,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  life_json TEXT NOT NULL,
  is_held INTEGER NOT NULL
) STRICT;
CREATE INDEX reservation_by_station ON reservation (station_id);
CREATE INDEX reservation_held ON reservation (id) WHERE is_held = 1;

CREATE TABLE upload (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL REFERENCES station (id),
  of TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  life_json TEXT NOT NULL,
  is_awaited INTEGER NOT NULL
) STRICT;
CREATE INDEX upload_by_station ON upload (station_id);
CREATE INDEX upload_awaited ON upload (id) WHERE is_awaited = 1;
`,
};

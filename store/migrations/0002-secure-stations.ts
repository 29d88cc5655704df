import type { Migration } from './migration.ts';

/** Keys are in here encrypted only; what opens them lies in a file beside the database. */
export const secureStations: Migration = {
  number: 2,
  name: 'secure-stations',
  sql: `
CREATE TABLE authority (
  serial TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  certificate TEXT NOT NULL,
  sealed_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  not_after INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE server_certificate (
  algorithm TEXT PRIMARY KEY,
  serial TEXT NOT NULL,
  authority_serial TEXT NOT NULL REFERENCES authority (serial),
  names_json TEXT NOT NULL,
  added_names_json TEXT NOT NULL,
  certificate TEXT NOT NULL,
  sealed_key TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  not_after INTEGER NOT NULL,
  renew_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE station_certificate (
  serial TEXT PRIMARY KEY,
  station_id TEXT NOT NULL REFERENCES station (id),
  common_name TEXT NOT NULL,
  request TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  signed_json TEXT NOT NULL,
  life_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE station_security (
  station_id TEXT PRIMARY KEY REFERENCES station (id),
  transport TEXT NOT NULL,
  upgrade_json TEXT NOT NULL,
  next_key_json TEXT NOT NULL,
  certificate_asked_at INTEGER
) STRICT, WITHOUT ROWID;
`,
};

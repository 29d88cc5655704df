import type { Migration } from './migration.ts';

/** By which address stations reach this computer, so that a change is noticed over a restart. */
export const rememberAddresses: Migration = {
  number: 5,
  name: 'remember-addresses',
  sql: `
CREATE TABLE site_address (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  address TEXT NOT NULL,
  interface_name TEXT NOT NULL,
  since INTEGER NOT NULL,
  previous TEXT
) STRICT;
CREATE TABLE station_door (
  station_id TEXT PRIMARY KEY REFERENCES station (id),
  host TEXT NOT NULL,
  transport TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};

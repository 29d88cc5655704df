import type { Migration } from './migration.ts';

/** What stations are set to, what was changed and by whom, templates for it, and how single stations are treated. */
export const keepConfiguration: Migration = {
  number: 3,
  name: 'keep-configuration',
  sql: `
ALTER TABLE settings ADD COLUMN test_tool_mode INTEGER NOT NULL DEFAULT 0;
ALTER TABLE station ADD COLUMN behaviour_json TEXT NOT NULL DEFAULT '{"site":{},"learnt":{}}';

CREATE TABLE configuration_template (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  vendor TEXT,
  model TEXT,
  entries_json TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE station_configuration (
  station_id TEXT PRIMARY KEY REFERENCES station (id),
  read_at INTEGER,
  firmware TEXT,
  whole INTEGER NOT NULL,
  keys_json TEXT NOT NULL,
  unknown_json TEXT NOT NULL,
  template_id INTEGER REFERENCES configuration_template (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE configuration_change (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL REFERENCES station (id),
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  key TEXT NOT NULL,
  value_before TEXT,
  value_wanted TEXT,
  value_after TEXT,
  answer_json TEXT NOT NULL,
  template_id INTEGER REFERENCES configuration_template (id)
) STRICT;
CREATE INDEX configuration_change_by_station ON configuration_change (station_id);
`,
};

import type { Migration } from './migration.ts';

/** What technicians tried before they put stations into service, and signed. */
export const keepAcceptanceRuns: Migration = {
  number: 6,
  name: 'keep-acceptance-runs',
  sql: `
CREATE TABLE acceptance_run (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL REFERENCES station (id),
  connector_id INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  steps_json TEXT NOT NULL,
  configuration_json TEXT,
  end_json TEXT,
  is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX acceptance_run_by_station ON acceptance_run (station_id);
CREATE INDEX acceptance_run_open ON acceptance_run (id) WHERE is_open = 1;
`,
};

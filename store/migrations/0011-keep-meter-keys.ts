import type { Migration } from './migration.ts';

/**
 * What the law on measuring asks of stations, the keys of their meters, and which signed readings were sold. Signed values
 * are found by an index of their own: nearly all samples are not signed, and stay without one.
 */
export const keepMeterKeys: Migration = {
  number: 11,
  name: 'keep-meter-keys',
  sql: `
ALTER TABLE station ADD COLUMN eichrecht INTEGER NOT NULL DEFAULT 0;
ALTER TABLE station ADD COLUMN time_tariffs_allowed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE meter_keys (
  station_id TEXT NOT NULL REFERENCES station (id),
  connector_id INTEGER NOT NULL,
  history_json TEXT NOT NULL,
  shown_json TEXT,
  alarm_json TEXT,
  PRIMARY KEY (station_id, connector_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sold_reading (
  mark TEXT PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX signed_meter_sample ON meter_sample (session_id) WHERE instr(other, '"signedData"') > 0;
`,
};

import type { Migration } from './migration.ts';

/**
 * Tables on the way to an answer (`journal`, `meter_sample`) only ever grow at their end and have no further index:
 * keeping them sorted by station would touch a page per station and make a batch five to eight times slower.
 */
export const foundSite: Migration = {
  number: 1,
  name: 'found-site',
  sql: `
CREATE TABLE settings (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  region TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  access TEXT NOT NULL,
  lan_open INTEGER NOT NULL,
  set_up_at INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  password_record TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sign_in (
  token_hash TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  user_agent TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  adopted_at INTEGER NOT NULL,
  retired_at INTEGER,
  vendor TEXT,
  model TEXT,
  serial_number TEXT,
  firmware TEXT,
  credential_json TEXT NOT NULL,
  missing_protocol_allowed INTEGER NOT NULL,
  max_power_w REAL NOT NULL,
  last_boot_at INTEGER,
  last_seen_at INTEGER,
  clock_offset_ms REAL,
  deviations_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE connector (
  station_id TEXT NOT NULL REFERENCES station (id),
  connector_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  error_code TEXT NOT NULL,
  info TEXT,
  vendor_error_code TEXT,
  since INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  closed_by TEXT,
  closed_at INTEGER,
  PRIMARY KEY (station_id, connector_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  label TEXT NOT NULL,
  holder TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  blocked_at INTEGER,
  expires_at INTEGER,
  concurrent_allowed INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX card_in_use ON card (uid) WHERE removed_at IS NULL;

CREATE TABLE held_card (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  station_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  verdict TEXT NOT NULL
) STRICT;

CREATE TABLE command (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL REFERENCES station (id),
  order_json TEXT NOT NULL,
  ordered_by TEXT NOT NULL,
  queued_at INTEGER NOT NULL,
  life_json TEXT NOT NULL,
  is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX command_by_station ON command (station_id);
CREATE INDEX command_open ON command (id) WHERE is_open = 1;

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  transaction_id INTEGER NOT NULL UNIQUE,
  start_key TEXT NOT NULL UNIQUE,
  station_id TEXT NOT NULL REFERENCES station (id),
  connector_id INTEGER NOT NULL,
  id_tag TEXT NOT NULL,
  card_uid TEXT NOT NULL,
  card_id INTEGER REFERENCES card (id),
  holder TEXT,
  holder_folded TEXT,
  admission_json TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  start_station_time TEXT NOT NULL,
  start_time_source TEXT NOT NULL,
  start_received_at INTEGER NOT NULL,
  start_register REAL NOT NULL,
  reservation_id INTEGER,
  first_register REAL,
  last_register REAL,
  last_sample_at INTEGER,
  ended_at INTEGER,
  end_station_time TEXT,
  end_time_source TEXT,
  end_received_at INTEGER,
  end_register REAL,
  end_reason TEXT,
  end_id_tag TEXT,
  end_source TEXT,
  doubts_json TEXT NOT NULL,
  decision_json TEXT,
  state TEXT NOT NULL,
  measured_wh INTEGER,
  settled_wh INTEGER,
  first_sample_id INTEGER NOT NULL
) STRICT;
CREATE INDEX session_open ON session (id) WHERE ended_at IS NULL;
CREATE INDEX session_by_start ON session (started_at, id, station_id, card_uid, state, settled_wh);
CREATE INDEX session_by_station ON session (station_id, started_at, id, connector_id, card_uid, state, settled_wh);
CREATE INDEX session_by_state ON session (state, started_at, id, station_id, card_uid);
CREATE INDEX session_by_card ON session (card_uid, started_at, id);
CREATE INDEX session_by_holder ON session (holder_folded, started_at, id) WHERE holder_folded IS NOT NULL;

CREATE TABLE session_curve (
  session_id INTEGER PRIMARY KEY REFERENCES session (id),
  points_json TEXT NOT NULL
) STRICT;

CREATE TABLE stray (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL,
  connector_id INTEGER,
  received_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  transaction_id INTEGER,
  id_tag TEXT,
  frame TEXT NOT NULL,
  dismissed_json TEXT,
  is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX stray_open ON stray (id) WHERE is_open = 1;

CREATE TABLE meter_sample (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL,
  connector_id INTEGER NOT NULL,
  session_id INTEGER,
  at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  register REAL,
  power REAL,
  current REAL,
  state_of_charge REAL,
  context TEXT NOT NULL,
  other TEXT
) STRICT;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  station_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  direction TEXT NOT NULL,
  text TEXT NOT NULL,
  answer TEXT
) STRICT;

CREATE TABLE log_entry (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  station_id TEXT,
  connector_id INTEGER,
  session_id INTEGER,
  actor TEXT,
  facts_json TEXT NOT NULL
) STRICT;
CREATE INDEX log_entry_by_kind ON log_entry (kind);
CREATE INDEX log_entry_by_level ON log_entry (level);
CREATE INDEX log_entry_by_station ON log_entry (station_id) WHERE station_id IS NOT NULL;
CREATE INDEX log_entry_by_session ON log_entry (session_id) WHERE session_id IS NOT NULL;
`,
};

import type { Migration } from './migration.ts';

/**
 * Tariffs with versions that never change, who pays by them, and what sessions cost. Prices are only ever added;
 * `session_cost` repeats the latest of each session for lists and sums.
 */
export const priceSessions: Migration = {
  number: 10,
  name: 'price-sessions',
  sql: `
CREATE TABLE tariff (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  draft_json TEXT,
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE tariff_version (
  tariff_id INTEGER NOT NULL REFERENCES tariff (id),
  number INTEGER NOT NULL,
  valid_from INTEGER NOT NULL,
  tariff_json TEXT NOT NULL,
  text TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn_at INTEGER,
  PRIMARY KEY (tariff_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER tariff_version_stays BEFORE UPDATE ON tariff_version
WHEN (OLD.tariff_id, OLD.number, OLD.valid_from, OLD.tariff_json, OLD.text, OLD.published_at, OLD.published_by, OLD.note)
  IS NOT (NEW.tariff_id, NEW.number, NEW.valid_from, NEW.tariff_json, NEW.text, NEW.published_at, NEW.published_by, NEW.note)
  OR OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
CREATE TRIGGER tariff_version_is_kept BEFORE DELETE ON tariff_version
BEGIN SELECT RAISE(ABORT, 'a published version is never removed'); END;

CREATE TABLE tariff_rule (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  tariff_id INTEGER NOT NULL REFERENCES tariff (id),
  target_json TEXT NOT NULL,
  extras_json TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE session_terms (
  session_id INTEGER PRIMARY KEY REFERENCES session (id),
  terms_json TEXT NOT NULL
) STRICT;
CREATE TRIGGER session_terms_stay BEFORE UPDATE ON session_terms
BEGIN SELECT RAISE(ABORT, 'by what a session is paid is settled when it begins'); END;
CREATE TRIGGER session_terms_are_kept BEFORE DELETE ON session_terms
BEGIN SELECT RAISE(ABORT, 'by what a session is paid is never removed'); END;

CREATE TABLE session_use (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session (id),
  at INTEGER NOT NULL,
  status TEXT NOT NULL
) STRICT;
CREATE INDEX session_use_by_session ON session_use (session_id);

-- With a row number: a key that holds its row has a page of its own for each that is larger than a quarter of one.
CREATE TABLE session_price (
  session_id INTEGER NOT NULL REFERENCES session (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  priced_by TEXT,
  because TEXT NOT NULL,
  note TEXT NOT NULL,
  terms_json TEXT,
  outcome_json TEXT NOT NULL,
  PRIMARY KEY (session_id, number)
) STRICT;
CREATE TRIGGER session_price_stays BEFORE UPDATE ON session_price
BEGIN SELECT RAISE(ABORT, 'a price is never overwritten'); END;
CREATE TRIGGER session_price_is_kept BEFORE DELETE ON session_price
BEGIN SELECT RAISE(ABORT, 'a price is never removed'); END;

CREATE TABLE session_cost (
  session_id INTEGER PRIMARY KEY REFERENCES session (id),
  started_at INTEGER NOT NULL,
  tenant_id INTEGER NOT NULL,
  station_id TEXT NOT NULL,
  state TEXT NOT NULL,
  number INTEGER NOT NULL,
  tariff_id INTEGER,
  tariff_name TEXT,
  group_id INTEGER,
  group_name TEXT,
  payer TEXT,
  currency TEXT,
  excl_vat INTEGER,
  incl_vat INTEGER,
  energy_mwh INTEGER,
  free_mwh INTEGER NOT NULL
) STRICT;
CREATE INDEX session_cost_by_start ON session_cost (started_at);
CREATE INDEX session_cost_by_payer ON session_cost (payer, started_at) WHERE free_mwh > 0;
CREATE INDEX session_cost_unpriced ON session_cost (session_id) WHERE state = 'open';
CREATE INDEX session_cost_held ON session_cost (session_id) WHERE state = 'held';

CREATE TABLE session_usage (
  session_id INTEGER PRIMARY KEY REFERENCES session (id),
  usage_json TEXT NOT NULL
) STRICT;
`,
};

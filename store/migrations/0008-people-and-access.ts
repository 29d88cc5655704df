import { cardsUnderTheirDrivers } from './cards-under-their-drivers.ts';
import { foldedInSql } from './folded-in-sql.ts';
import type { Migration } from './migration.ts';
import { programsAndImports } from './programs-and-imports.ts';

/**
 * The tenant tree and what hangs on it; drivers, vehicles, groups and rules; clients of the API and what they leave;
 * imports; and the chain of the logbook. What was there before hangs on the root. The indexes of lists hold what lists
 * are narrowed and searched by as well: a search through all reads the index and not every row.
 */
export const peopleAndAccess: Migration = {
  number: 8,
  name: 'people-and-access',
  sql: `
CREATE TABLE tenant (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES tenant (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
INSERT INTO tenant VALUES (
  1, NULL, coalesce((SELECT name FROM settings), ''), 'company',
  coalesce((SELECT set_up_at FROM settings), 0), NULL);

CREATE TABLE own_role (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  permissions_json TEXT NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE person_of_old AS SELECT * FROM person;
CREATE TABLE sign_in_of_old AS SELECT * FROM sign_in;
DROP TABLE sign_in;
DROP TABLE person;
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  email TEXT NOT NULL,
  grants_json TEXT NOT NULL,
  driver_id INTEGER,
  password_record TEXT,
  must_change_password INTEGER NOT NULL DEFAULT 0,
  second_factor_json TEXT,
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT;
INSERT INTO person SELECT
  id, 1, name, '', '[{"tenantId":1,"role":"owner"}]', NULL, password_record, 0, NULL, created_at, NULL
  FROM person_of_old;
CREATE TABLE sign_in (
  token_hash TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  user_agent TEXT NOT NULL,
  address TEXT NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO sign_in SELECT
  token_hash, person_id, created_at, expires_at, user_agent, '', created_at FROM sign_in_of_old;
DROP TABLE sign_in_of_old;
DROP TABLE person_of_old;
CREATE INDEX sign_in_by_person ON sign_in (person_id);
CREATE TABLE sign_in_history (
  person_id INTEGER PRIMARY KEY REFERENCES person (id),
  last_signed_in_at INTEGER,
  failed_count INTEGER NOT NULL,
  failed_since INTEGER
) STRICT;
INSERT INTO sign_in_history SELECT person_id, max(created_at), 0, NULL FROM sign_in GROUP BY person_id;

CREATE TABLE access_group (
  id INTEGER PRIMARY KEY,
  of TEXT NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE access_rule (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  who_json TEXT NOT NULL,
  where_json TEXT NOT NULL,
  windows_json TEXT NOT NULL,
  valid_from INTEGER,
  valid_to INTEGER,
  removed_at INTEGER
) STRICT;

CREATE TABLE driver (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  cost_centre TEXT NOT NULL,
  contract TEXT NOT NULL,
  group_ids_json TEXT NOT NULL,
  valid_from INTEGER,
  expires_at INTEGER,
  blocked_at INTEGER,
  note TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  search_folded TEXT NOT NULL
) STRICT;
CREATE INDEX driver_by_name ON driver
  (name_folded, id, blocked_at, valid_from, expires_at, search_folded) WHERE removed_at IS NULL;

CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  plate TEXT NOT NULL,
  plate_folded TEXT NOT NULL,
  label TEXT NOT NULL,
  make TEXT NOT NULL,
  model TEXT NOT NULL,
  battery_wh INTEGER,
  ac_power_w REAL,
  phases INTEGER,
  vid TEXT,
  group_ids_json TEXT NOT NULL,
  odometer_json TEXT NOT NULL,
  blocked_at INTEGER,
  note TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  search_folded TEXT NOT NULL
) STRICT;
CREATE INDEX vehicle_by_plate ON vehicle (plate_folded, id, blocked_at, search_folded) WHERE removed_at IS NULL;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  card_id INTEGER REFERENCES card (id),
  driver_id INTEGER REFERENCES driver (id),
  vehicle_id INTEGER REFERENCES vehicle (id),
  valid_from INTEGER,
  valid_to INTEGER,
  removed_at INTEGER
) STRICT;

CREATE INDEX assignment_by_card ON assignment (card_id) WHERE removed_at IS NULL;
CREATE INDEX assignment_by_driver ON assignment (driver_id) WHERE removed_at IS NULL;
CREATE INDEX assignment_by_vehicle ON assignment (vehicle_id) WHERE removed_at IS NULL;

ALTER TABLE card ADD COLUMN tenant_id INTEGER NOT NULL DEFAULT 1;
ALTER TABLE card ADD COLUMN spellings_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE card ADD COLUMN group_ids_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE card ADD COLUMN valid_from INTEGER;
ALTER TABLE card ADD COLUMN max_concurrent INTEGER;
UPDATE card SET max_concurrent = CASE concurrent_allowed WHEN 1 THEN NULL ELSE 1 END;
ALTER TABLE card DROP COLUMN concurrent_allowed;
ALTER TABLE card RENAME COLUMN card_group TO parent_tag;
ALTER TABLE card ADD COLUMN holder_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN search_folded TEXT NOT NULL DEFAULT '';
UPDATE card SET
  holder_folded = ${foldedInSql('holder')},
  search_folded = lower(uid) || char(10) || ${foldedInSql('holder || char(10) || label')};
${cardsUnderTheirDrivers}CREATE INDEX held_card_by_uid ON held_card (uid, id);

ALTER TABLE station ADD COLUMN tenant_id INTEGER NOT NULL DEFAULT 1;
ALTER TABLE station ADD COLUMN group_ids_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE station ADD COLUMN power_class TEXT;
ALTER TABLE station ADD COLUMN inventory_json TEXT NOT NULL DEFAULT
  '{"location":"","sim":"","installedOn":"","warrantyUntil":"","components":[],"replaces":"","note":""}';

ALTER TABLE session ADD COLUMN tenant_id INTEGER NOT NULL DEFAULT 1;
ALTER TABLE session ADD COLUMN driver_id INTEGER;
ALTER TABLE session ADD COLUMN vehicle_id INTEGER;
CREATE INDEX session_by_tenant ON session (tenant_id, started_at, id);
CREATE INDEX session_by_driver ON session (driver_id, started_at, id) WHERE driver_id IS NOT NULL;
CREATE INDEX session_by_vehicle ON session (vehicle_id, started_at, id) WHERE vehicle_id IS NOT NULL;

ALTER TABLE settings ADD COLUMN modules_off_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE settings ADD COLUMN lan_targets_json TEXT NOT NULL DEFAULT '[]';

ALTER TABLE log_entry ADD COLUMN tenant_id INTEGER NOT NULL DEFAULT 1;
ALTER TABLE log_entry ADD COLUMN changed_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE log_entry ADD COLUMN hash TEXT;
CREATE INDEX log_entry_by_tenant ON log_entry (tenant_id);
CREATE INDEX log_entry_by_actor ON log_entry (actor) WHERE actor IS NOT NULL;
CREATE INDEX log_entry_with_changes ON log_entry (id) WHERE changed_json <> '[]';
CREATE INDEX log_entry_supplements ON log_entry (facts_json ->> 'entry') WHERE kind = 'supplement';
CREATE TRIGGER log_entry_never_changes BEFORE UPDATE ON log_entry
  BEGIN SELECT RAISE(ABORT, 'the logbook is only added to'); END;
CREATE TRIGGER log_entry_never_goes BEFORE DELETE ON log_entry
  BEGIN SELECT RAISE(ABORT, 'the logbook is only added to'); END;

${programsAndImports}
`,
};

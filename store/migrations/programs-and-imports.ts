/** The tables of clients of the API and what they leave, of webhooks, and of imports; part of migration 8. */
export const programsAndImports = `
CREATE TABLE api_client (
  id TEXT PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  permissions_json TEXT NOT NULL,
  secrets_json TEXT NOT NULL,
  origins_json TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  tokens_from INTEGER NOT NULL,
  disabled_at INTEGER,
  removed_at INTEGER,
  last_used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE trusted_issuer (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  issuer TEXT NOT NULL,
  audience TEXT NOT NULL,
  keys_json TEXT NOT NULL,
  acts_for_json TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  disabled_at INTEGER,
  removed_at INTEGER
) STRICT;

CREATE TABLE signing_key (
  kid TEXT PRIMARY KEY,
  public_jwk_json TEXT NOT NULL,
  sealed_key TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE revoked_token (
  jti TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_request (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  client_id TEXT,
  tenant_id INTEGER NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  status INTEGER NOT NULL,
  duration_ms REAL NOT NULL,
  code TEXT,
  address TEXT NOT NULL
) STRICT;
CREATE INDEX api_request_by_client ON api_request (client_id, id);

CREATE TABLE idempotency (
  key_hash TEXT PRIMARY KEY,
  sealed_fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  sealed_answer TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency (at);

CREATE TABLE webhook (
  id INTEGER PRIMARY KEY,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  kinds_json TEXT NOT NULL,
  sealed_secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  disabled_at INTEGER,
  removed_at INTEGER,
  given_up_at INTEGER
) STRICT;

CREATE TABLE webhook_delivery (
  id INTEGER PRIMARY KEY,
  webhook_id INTEGER NOT NULL REFERENCES webhook (id),
  message_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  payload TEXT NOT NULL,
  life_json TEXT NOT NULL,
  is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX webhook_delivery_open ON webhook_delivery (webhook_id, id) WHERE is_open = 1;
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, id);

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  file_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  counts_json TEXT NOT NULL,
  left_rows TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT
) STRICT;

CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import_run (id),
  number INTEGER NOT NULL,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT NOT NULL,
  PRIMARY KEY (import_id, number, record_kind, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_profile (
  kind TEXT NOT NULL,
  tenant_id INTEGER NOT NULL REFERENCES tenant (id),
  headers_json TEXT NOT NULL,
  mapping_json TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (kind, tenant_id, headers_json)
) STRICT, WITHOUT ROWID;
`;

import type { RevokedToken } from '#core/erp/erp-change.ts';
import type { SigningKey } from '#core/erp/signing-key.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { type TableWrite, upserting } from '../sqlite/table-write.ts';
import type { RevokedTokenRow, SigningKeyRow } from './erp-tables.ts';

export const signingKeyWrite = upserting<SigningKeyRow, SigningKey>(
  {
    table: 'signing_key',
    columns: {
      kid: (key) => key.kid,
      public_jwk_json: (key) => JSON.stringify(key.publicJwk),
      sealed_key: (key) => key.sealedKey,
      created_at: (key) => key.createdAt,
    },
  },
  ['kid'],
);

export const signingKeyRemoval: TableWrite<string> = {
  sql: (rows) => `DELETE FROM signing_key WHERE kid IN (SELECT value ->> 0 FROM ${rows});`,
  row: (kid) => [kid],
};

export const revokedTokenWrite = upserting<RevokedTokenRow, RevokedToken>(
  { table: 'revoked_token', columns: { jti: (token) => token.id, expires_at: (token) => token.expiresAt } },
  ['jti'],
);

export const revokedTokenRemoval: TableWrite<string> = {
  sql: (rows) => `DELETE FROM revoked_token WHERE jti IN (SELECT value ->> 0 FROM ${rows});`,
  row: (id) => [id],
};

export async function readSigningKeys(query: Query): Promise<readonly SigningKey[]> {
  const rows = await query.selectFrom('signing_key').selectAll().orderBy('created_at').execute();
  return rows.map((row) => ({
    kid: row.kid,
    publicJwk: fromJson(row.public_jwk_json),
    sealedKey: row.sealed_key,
    createdAt: instant(row.created_at),
  }));
}

/** Those that have ended by themselves meanwhile, too, as long as they are there. */
export async function readRevokedTokens(query: Query): Promise<readonly RevokedToken[]> {
  const rows = await query.selectFrom('revoked_token').selectAll().execute();
  return rows.map((row) => ({ id: row.jti, expiresAt: instant(row.expires_at) }));
}

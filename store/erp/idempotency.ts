import type { IdempotencyRecord } from '#core/erp/erp-change.ts';
import { DAY, instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { type TableWrite, upserting } from '../sqlite/table-write.ts';
import type { IdempotencyRow } from './erp-tables.ts';

/** So long a key is remembered, from when it was first used. */
export const IDEMPOTENCY_KEPT = DAY;

const saving = upserting<IdempotencyRow, IdempotencyRecord>(
  {
    table: 'idempotency',
    columns: {
      key_hash: (record) => record.keyHash,
      sealed_fingerprint: (record) => record.sealedFingerprint,
      at: (record) => record.at,
      sealed_answer: (record) => record.sealedAnswer,
    },
  },
  ['key_hash'],
);

/** Every save sweeps out those that have had their time by then. */
export const idempotencyWrite: TableWrite<IdempotencyRecord> = {
  sql: (rows, texts) => `
    DELETE FROM idempotency WHERE at <= (SELECT max(value ->> 2) FROM ${rows}) - ${IDEMPOTENCY_KEPT};
    ${saving.sql(rows, texts)}`,
  row: saving.row,
};

export const idempotencyRemoval: TableWrite<string> = {
  sql: (rows) => `DELETE FROM idempotency WHERE key_hash IN (SELECT value ->> 0 FROM ${rows});`,
  row: (keyHash) => [keyHash],
};

/** Also when its time is over, as long as it is there: whoever asks knows what time it is. */
export async function readIdempotency(query: Query, keyHash: string): Promise<IdempotencyRecord | null> {
  const row = await query
    .selectFrom('idempotency')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    keyHash: row.key_hash,
    sealedFingerprint: row.sealed_fingerprint,
    at: instant(row.at),
    sealedAnswer: row.sealed_answer,
  };
}

import { type SessionId, sessionId } from '#core/shared/ids.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import type { TableWrite } from '../sqlite/table-write.ts';

/** Takes back the mark that a session is to be priced again (migration 13). */
export const settledPriceWrite: TableWrite<SessionId> = {
  sql: (rows) => `DELETE FROM price_due WHERE session_id IN (SELECT value ->> 0 FROM ${rows});`,
  row: (session) => [session],
};

/** Sessions of which something has become known that their price does not say yet, the oldest first. */
export async function duePrices(query: Query, limit: number): Promise<readonly SessionId[]> {
  const rows = await query.selectFrom('price_due').selectAll().orderBy('session_id').limit(limit).execute();
  return rows.map((row) => sessionId(row.session_id));
}

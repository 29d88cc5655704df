import type { FoundEntry } from '#core/logbook/verify-chain.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';

/** The hash of the latest entry; null where there is none yet or it has none. */
export async function readLogbookHead(query: Query): Promise<string | null> {
  const last = await query
    .selectFrom('log_entry')
    .select('hash')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.hash ?? null;
}

/** Entries as the chain seals them, oldest first, from after a number on. */
export async function sealedEntries(
  query: Query,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly FoundEntry[]> {
  const rows = await query
    .selectFrom('log_entry')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    level: row.level,
    tenantId: row.tenant_id,
    stationId: row.station_id,
    connectorId: row.connector_id,
    sessionId: row.session_id,
    actor: row.actor,
    facts: row.facts_json,
    changed: row.changed_json,
    hash: row.hash,
  }));
}

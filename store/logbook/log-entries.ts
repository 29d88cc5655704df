import { sql } from 'kysely';
import type { LogEntry, LogKind } from '#core/logbook/entry.ts';
import {
  connectorId,
  type SessionId,
  type StationId,
  sessionId,
  stationId,
  type TenantId,
  tenantId,
} from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { fromJson, fromWord, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { inserting } from '../sqlite/table-write.ts';
import type { LogEntryRow, Numbered } from '../tables.ts';

export interface LogFilter {
  readonly stationId?: StationId;
  readonly sessionId?: SessionId;
  readonly level?: LogEntry['level'];
  readonly kinds?: readonly LogKind[];
  /** Only what concerns one of these nodes; all of them where it is left out. */
  readonly tenants?: readonly TenantId[];
  /** Only entries older than this one. */
  readonly before?: number;
  readonly limit: number;
}

export interface StoredLogEntry {
  readonly id: number;
  readonly entry: LogEntry;
  /** Null in entries from before the logbook was chained. */
  readonly hash: string | null;
}

export const logEntryWrite = inserting<LogEntryRow, Omit<StoredLogEntry, 'id'>>({
  table: 'log_entry',
  columns: {
    at: ({ entry }) => entry.at,
    kind: ({ entry }) => entry.kind,
    level: ({ entry }) => entry.level,
    tenant_id: ({ entry }) => entry.tenantId ?? ROOT_TENANT,
    station_id: ({ entry }) => entry.stationId,
    connector_id: ({ entry }) => entry.connectorId,
    session_id: ({ entry }) => entry.sessionId,
    actor: ({ entry }) => entry.actor,
    facts_json: ({ entry }) => JSON.stringify(entry.facts),
    changed_json: ({ entry }) => JSON.stringify(entry.changed),
    hash: ({ hash }) => hash,
  },
});

/** The latest entries, newest first. */
export async function listLog(query: Query, filter: LogFilter): Promise<readonly StoredLogEntry[]> {
  const { kinds, tenants, ...rest } = filter;
  if (kinds === undefined && tenants === undefined) return await newestEntries(query, rest);
  // Kind by kind, node by node, each from the end of its index: one look for all would read the book back to its
  // beginning.
  const sections = (tenants ?? [undefined]).flatMap((tenant) =>
    (kinds ?? [undefined]).map((kind) => ({
      ...(tenant === undefined ? {} : { tenant }),
      ...(kind === undefined ? {} : { kind }),
    })),
  );
  const pages = await Promise.all(sections.map((section) => newestEntries(query, { ...rest, ...section })));
  return pages
    .flat()
    .sort((a, b) => b.id - a.id)
    .slice(0, filter.limit);
}

async function newestEntries(
  query: Query,
  filter: Omit<LogFilter, 'kinds' | 'tenants'> & { readonly kind?: LogKind; readonly tenant?: TenantId },
): Promise<readonly StoredLogEntry[]> {
  let list = query.selectFrom('log_entry').selectAll().orderBy('id', 'desc').limit(filter.limit);
  // SQLite has no figures to choose an index by: the first of these is the narrowest, plus signs rule out the rest.
  let side = '';
  const equals = (column: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    list = list.where(sql<boolean>`${sql.raw(side + column)} = ${value}`);
    side = '+';
  };
  equals('session_id', filter.sessionId);
  equals('station_id', filter.stationId);
  equals('kind', filter.kind);
  equals('tenant_id', filter.tenant);
  equals('level', filter.level);
  if (filter.before !== undefined) list = list.where('id', '<', filter.before);
  return (await list.execute()).map(entryOf);
}

function entryOf(row: LogEntryRow & Numbered): StoredLogEntry {
  return {
    id: row.id,
    entry: {
      at: instant(row.at),
      kind: fromWord(row.kind),
      level: fromWord(row.level),
      tenantId: tenantId(row.tenant_id),
      stationId: row.station_id === null ? null : stationId(row.station_id),
      connectorId: orNull(row.connector_id, connectorId),
      sessionId: orNull(row.session_id, sessionId),
      actor: row.actor,
      facts: fromJson(row.facts_json),
      changed: fromJson(row.changed_json),
    },
    hash: row.hash,
  };
}

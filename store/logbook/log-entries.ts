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
  readonly actor?: string;
  /** Only entries in which somebody changed a record. */
  readonly withChanges?: boolean;
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
  equals('actor', filter.actor);
  equals('kind', filter.kind);
  equals('tenant_id', filter.tenant);
  equals('level', filter.level);
  if (filter.withChanges === true) list = list.where('changed_json', '<>', '[]');
  if (filter.before !== undefined) list = list.where('id', '<', filter.before);
  return (await list.execute()).map(entryOf);
}

/** One entry, or null. */
export async function logEntryById(query: Query, id: number): Promise<StoredLogEntry | null> {
  const row = await query.selectFrom('log_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : entryOf(row);
}

/** What was added later to some entries, oldest first. */
export async function supplementsOf(
  query: Query,
  entries: readonly number[],
): Promise<readonly StoredLogEntry[]> {
  if (entries.length === 0) return [];
  const rows = await query
    .selectFrom('log_entry')
    .selectAll()
    .where('kind', '=', 'supplement')
    .where(sql<number>`facts_json ->> 'entry'`, 'in', entries)
    .orderBy('id')
    .execute();
  return rows.map(entryOf);
}

/** Everybody who stands in the logbook by name. */
export async function logActors(
  query: Query,
  tenants: readonly TenantId[] | null,
): Promise<readonly string[]> {
  let list = query.selectFrom('log_entry').select('actor').distinct().where('actor', 'is not', null);
  if (tenants !== null) list = list.where('tenant_id', 'in', tenants);
  return (await list.execute()).flatMap(({ actor }) => actor ?? []).sort((a, b) => a.localeCompare(b));
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

import { sql } from 'kysely';
import type { LogEntry, LogKind } from '#core/logbook/entry.ts';
import { connectorId, type SessionId, type StationId, sessionId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, fromWord, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { inserting } from '../sqlite/table-write.ts';
import type { LogEntryRow, Numbered } from '../tables.ts';

export interface LogFilter {
  readonly stationId?: StationId;
  readonly sessionId?: SessionId;
  readonly level?: LogEntry['level'];
  readonly kinds?: readonly LogKind[];
  /** Only entries older than this one. */
  readonly before?: number;
  readonly limit: number;
}

export interface StoredLogEntry {
  readonly id: number;
  readonly entry: LogEntry;
}

export const logEntryWrite = inserting<LogEntryRow, LogEntry>({
  table: 'log_entry',
  columns: {
    at: (entry) => entry.at,
    kind: (entry) => entry.kind,
    level: (entry) => entry.level,
    station_id: (entry) => entry.stationId,
    connector_id: (entry) => entry.connectorId,
    session_id: (entry) => entry.sessionId,
    actor: (entry) => entry.actor,
    facts_json: (entry) => JSON.stringify(entry.facts),
  },
});

/** The latest entries, newest first. */
export async function listLog(query: Query, filter: LogFilter): Promise<readonly StoredLogEntry[]> {
  const { kinds, ...rest } = filter;
  if (kinds === undefined) return await newestEntries(query, rest);
  // Kind by kind, each from the end of its index: one look for all would read the book back to its beginning.
  const pages = await Promise.all(kinds.map((kind) => newestEntries(query, { ...rest, kind })));
  return pages
    .flat()
    .sort((a, b) => b.id - a.id)
    .slice(0, filter.limit);
}

async function newestEntries(
  query: Query,
  filter: Omit<LogFilter, 'kinds'> & { readonly kind?: LogKind },
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
      stationId: row.station_id === null ? null : stationId(row.station_id),
      connectorId: orNull(row.connector_id, connectorId),
      sessionId: orNull(row.session_id, sessionId),
      actor: row.actor,
      facts: fromJson(row.facts_json),
    },
  };
}

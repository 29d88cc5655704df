import type { Session } from '#core/sessions/session.ts';
import {
  columnNames,
  fromRow,
  inserting,
  type TableTarget,
  type TableWrite,
  upserting,
  without,
} from '../sqlite/table-write.ts';
import type { SessionRow } from '../tables.ts';
import { SESSION_COLUMNS } from './session-row.ts';

const target: TableTarget<SessionRow, Session> = {
  table: 'session',
  columns: SESSION_COLUMNS,
  // Samples of a session are numbered from here on, so its curve can be rebuilt without an index on the samples.
  computed: { first_sample_id: '(SELECT coalesce(max(id), 0) + 1 FROM meter_sample)' },
};

/** What recognises a session, and what lists are sorted and searched by: settled when it begins. */
const FIXED = [
  'id',
  'transaction_id',
  'start_key',
  'station_id',
  'card_uid',
  'holder_folded',
  'started_at',
] as const;
/** Changes now and then, and stands in several indexes. */
const INDEXED = ['state', 'ended_at', 'settled_wh'] as const;

const savingPlainColumns = upserting(
  target,
  ['id'],
  without(columnNames(SESSION_COLUMNS), [...FIXED, ...INDEXED]),
);

export const sessionInsert: TableWrite<Session> = inserting(target);

/**
 * Sessions are saved with every meter value, but change state twice in their life. Indexed columns are therefore
 * written only when they differ: each write would touch a page per station in every index.
 */
export const sessionWrite: TableWrite<Session> = {
  sql: (rows) => `${savingPlainColumns.sql(rows)}
    UPDATE session SET ${INDEXED.map((column) => `${column} = ${traveling(column)}`).join(', ')}
    FROM ${rows} AS saved
    WHERE session.id = ${traveling('id')}
      AND (${INDEXED.map((column) => `session.${column}`).join(', ')}) IS NOT (${INDEXED.map(traveling).join(', ')});`,
  row: savingPlainColumns.row,
};

function traveling(column: keyof SessionRow): string {
  return `saved.${fromRow(SESSION_COLUMNS, column)}`;
}

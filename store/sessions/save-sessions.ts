import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import {
  columnNames,
  fromRow,
  inserting,
  type TableTarget,
  type TableWrite,
  upserting,
  without,
} from '../sqlite/table-write.ts';
import { SESSION_COLUMNS } from './session-row.ts';
import type { SessionRow } from './session-tables.ts';

const NEXT_SAMPLE = '(SELECT coalesce(max(id), 0) + 1 FROM meter_sample)';

const target: TableTarget<SessionRow, Session> = {
  table: 'session',
  columns: SESSION_COLUMNS,
  // Samples that the saved curve lacks are numbered from here on, so none has to be searched for.
  computed: { first_sample_id: NEXT_SAMPLE },
};

/** What recognises a session, and what lists are sorted and searched by: settled when it begins. */
const FIXED = [
  'id',
  'transaction_id',
  'start_key',
  'station_id',
  'card_uid',
  'holder_folded',
  'tenant_id',
  'driver_id',
  'vehicle_id',
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
 * Running sessions are saved every hour, but change state twice in their life. Indexed columns are therefore
 * written only when they differ: each write would touch a page per station in every index.
 */
export const sessionWrite: TableWrite<Session> = {
  sql: (rows, texts) => `${savingPlainColumns.sql(rows, texts)}
    UPDATE session SET ${INDEXED.map((column) => `${column} = ${traveling(column)}`).join(', ')}
    FROM ${rows} AS saved
    WHERE session.id = ${traveling('id')}
      AND (${INDEXED.map((column) => `session.${column}`).join(', ')}) IS NOT (${INDEXED.map(traveling).join(', ')});`,
  row: savingPlainColumns.row,
};

/** Moves on where the samples begin that the saved curve lacks. */
export const progressMark: TableWrite<SessionId> = {
  sql: (rows) => `UPDATE session SET first_sample_id = ${NEXT_SAMPLE}
    FROM ${rows} AS saved WHERE session.id = saved.value ->> 0;`,
  row: (id) => [id],
};

function traveling(column: keyof SessionRow): string {
  return `saved.${fromRow(SESSION_COLUMNS, column)}`;
}

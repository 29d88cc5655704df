import type { SoldReading } from '#core/eichrecht/sold-reading.ts';
import { sessionId } from '#core/shared/ids.ts';
import { isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { SoldReadingRow } from './eichrecht-tables.ts';

/** A reading stays with the session it was first sold by. */
export const soldReadingWrite = upserting<SoldReadingRow, SoldReading>(
  {
    table: 'sold_reading',
    columns: { mark: (reading) => reading.mark, session_id: (reading) => reading.sessionId },
  },
  ['mark'],
  ['mark'],
);

/** Those of these readings that have been sold, and by which session. */
export async function soldReadings(query: Query, marks: readonly string[]): Promise<readonly SoldReading[]> {
  const rows = await query.selectFrom('sold_reading').selectAll().where(isOneOf('mark', marks)).execute();
  return rows.map((row) => ({ mark: row.mark, sessionId: sessionId(row.session_id) }));
}

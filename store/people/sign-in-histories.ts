import type { SignInHistory } from '#core/people/sign-in-history.ts';
import { personId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { SignInHistoryRow } from './people-tables.ts';

export const signInHistoryWrite = upserting<SignInHistoryRow, SignInHistory>(
  {
    table: 'sign_in_history',
    columns: {
      person_id: (history) => history.personId,
      last_signed_in_at: (history) => history.lastSignedInAt,
      failed_count: (history) => history.failed?.count ?? 0,
      failed_since: (history) => history.failed?.since ?? null,
    },
  },
  ['person_id'],
);

export async function readSignInHistories(query: Query): Promise<readonly SignInHistory[]> {
  const rows = await query.selectFrom('sign_in_history').selectAll().execute();
  return rows.map((row) => ({
    personId: personId(row.person_id),
    lastSignedInAt: orNull(row.last_signed_in_at, instant),
    failed: row.failed_since === null ? null : { count: row.failed_count, since: instant(row.failed_since) },
  }));
}

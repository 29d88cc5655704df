import type { CurvePoint } from '#core/sessions/curve.ts';
import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import { isOneOf } from '../column-values.ts';
import { pointsOf } from '../sessions/curves.ts';
import { sessionOf } from '../sessions/session-row.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';

/** A session as its price needs it. */
export interface RatingRecord {
  readonly session: Session;
  readonly curve: readonly CurvePoint[];
  /** Whether it has had a price before. */
  readonly isPriced: boolean;
}

/** Of all these sessions in one go, in the order of their numbers. */
export async function ratingRecords(
  query: Query,
  sessions: readonly SessionId[],
): Promise<readonly RatingRecord[]> {
  const rows = await query
    .selectFrom('session')
    .leftJoin('session_curve', 'session_curve.session_id', 'session.id')
    .leftJoin('session_cost', 'session_cost.session_id', 'session.id')
    .selectAll('session')
    .select(['points_json', 'session_cost.number'])
    .where(isOneOf('session.id', sessions))
    .orderBy('session.id')
    .execute();
  return rows.map((row) => ({
    session: sessionOf(row),
    curve: row.points_json === null ? [] : pointsOf(row.points_json),
    isPriced: (row.number ?? 0) > 0,
  }));
}

import type { CurvePoint } from '#core/sessions/curve.ts';
import { type SessionId, sessionId } from '#core/shared/ids.ts';
import { instant, wattHours, watts } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { CurveRow } from './session-tables.ts';

export interface Curve {
  readonly sessionId: SessionId;
  readonly points: readonly CurvePoint[];
}

const CURVES_PER_CHUNK = 200;

/** A point without its names, which would be most of the text: time, W, Wh, percent. */
type PackedPoint = readonly [number, number | null, number | null, number | null];

export const curveWrite = upserting<CurveRow, Curve>(
  {
    table: 'session_curve',
    long: 'points_json',
    columns: {
      session_id: (curve) => curve.sessionId,
      points_json: (curve) => JSON.stringify(curve.points.map(packed)),
    },
  },
  ['session_id'],
);

/** Null where no curve was saved. */
export async function readCurve(query: Query, session: SessionId): Promise<readonly CurvePoint[] | null> {
  const row = await query
    .selectFrom('session_curve')
    .selectAll()
    .where('session_id', '=', session)
    .executeTakeFirst();
  return row === undefined ? null : pointsOf(row.points_json);
}

/** The curves saved of sessions that are still open, some at a time: each may be long. */
export async function* curvesOfOpenSessions(query: Query): AsyncGenerator<readonly Curve[]> {
  let after = 0;
  for (;;) {
    const rows = await query
      .selectFrom('session')
      .innerJoin('session_curve', 'session_curve.session_id', 'session.id')
      .select(['session_id', 'points_json'])
      .where('ended_at', 'is', null)
      .where('session.id', '>', after)
      .orderBy('session.id')
      .limit(CURVES_PER_CHUNK)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => ({ sessionId: sessionId(row.session_id), points: pointsOf(row.points_json) }));
    after = last.session_id;
  }
}

/** A curve as it is kept. */
export function pointsOf(json: string): readonly CurvePoint[] {
  return fromJson<PackedPoint[]>(json).map(unpacked);
}

function packed(point: CurvePoint): PackedPoint {
  return [point.at, point.power, point.energy, point.stateOfCharge];
}

function unpacked([at, power, energy, stateOfCharge]: PackedPoint): CurvePoint {
  return {
    at: instant(at),
    power: orNull(power, watts),
    energy: orNull(energy, wattHours),
    stateOfCharge,
  };
}

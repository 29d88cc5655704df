import type { CurvePoint } from '#core/sessions/curve.ts';
import type { SessionId } from '#core/shared/ids.ts';
import { instant, wattHours, watts } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { CurveRow } from '../tables.ts';

export interface Curve {
  readonly sessionId: SessionId;
  readonly points: readonly CurvePoint[];
}

/** A point without its names, which would be most of the text: time, W, Wh, percent. */
type PackedPoint = readonly [number, number | null, number | null, number | null];

export const curveWrite = upserting<CurveRow, Curve>(
  {
    table: 'session_curve',
    columns: {
      session_id: (curve) => curve.sessionId,
      points_json: (curve) => JSON.stringify(curve.points.map(packed)),
    },
  },
  ['session_id'],
);

/** Null where no curve was saved. */
export async function readCurve(query: Query, sessionId: SessionId): Promise<readonly CurvePoint[] | null> {
  const row = await query
    .selectFrom('session_curve')
    .selectAll()
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row === undefined ? null : fromJson<PackedPoint[]>(row.points_json).map(unpacked);
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

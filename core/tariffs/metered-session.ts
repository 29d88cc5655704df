import type { CurvePoint } from '../sessions/curve.ts';
import type { Session } from '../sessions/session.ts';
import { METER_SLACK } from '../sessions/start-session.ts';
import type { Instant } from '../shared/units.ts';
import { MILLIWATT_HOURS_PER_WH, type MilliwattHours, milliwattHours } from './amounts.ts';
import { type SessionUse, saidBy } from './connector-use.ts';
import type { Reading, StateChange } from './facts-from-readings.ts';
import { scaled } from './round-half-up.ts';

const SLACK = METER_SLACK * MILLIWATT_HOURS_PER_WH;

/** The readings of a session, from 0 at its start; `total` is what it is sold by, once that is known. */
export function readingsOf(
  session: Session,
  curve: readonly CurvePoint[],
  total: MilliwattHours | null,
): readonly Reading[] {
  const { start, end } = session;
  const until = end?.at ?? null;
  const between = curve.filter(
    ({ at, energy }) => energy !== null && at > start.at && (until === null || at < until),
  );
  const readings: Reading[] = [{ at: start.at, register: NOTHING }];
  const stretch = stretchTo(session, total);
  let before = 0;
  for (const { at, energy } of between) {
    const counted = Math.round((energy ?? 0) * MILLIWATT_HOURS_PER_WH);
    const register = steady(stretch(counted), { before, most: total });
    readings.push({ at, register: milliwattHours(register) });
    before = register;
  }
  if (until !== null && total !== null) readings.push({ at: until, register: total });
  return readings;
}

/** What the connector was doing; after the stop only what the station has said since. */
export function statesOf({ end }: Pick<Session, 'end'>, uses: readonly SessionUse[]): readonly StateChange[] {
  const states = uses.map(({ at, status }): StateChange => ({ at, state: saidBy(status) }));
  if (end === null) return states;
  const atEnd = states.findLast(({ at }) => at <= end.at);
  const isIdle = atEnd?.state === 'car-idle';
  return isIdle ? states : [...states, { at: end.at, state: 'unknown' as const }].sort((a, b) => a.at - b.at);
}

/** What a session that still runs has used so far, by its latest reading. */
export function usedSoFar(curve: readonly CurvePoint[]): MilliwattHours {
  const energy = curve.findLast((point) => point.energy !== null)?.energy ?? 0;
  return milliwattHours(Math.max(0, Math.floor(energy * MILLIWATT_HOURS_PER_WH)));
}

/** When a running session was last heard of. */
export function lastReadingAt(curve: readonly CurvePoint[], startedAt: Instant): Instant {
  return curve.at(-1)?.at ?? startedAt;
}

const NOTHING = milliwattHours(0);

/** Where a person has decided on another energy than the meter's, what lies between follows in proportion. */
function stretchTo(session: Session, total: MilliwattHours | null): (register: number) => number {
  const { decision, start, end } = session;
  if (decision?.kind !== 'corrected' || total === null || end === null) return (register) => register;
  const measured = Math.round((end.register - start.register) * MILLIWATT_HOURS_PER_WH);
  if (measured <= 0) return () => 0;
  return (register) => scaled(Math.min(Math.max(register, 0), measured), total, measured);
}

/** Meters that round may show a few Wh less than before, or more than at the stop; beyond that a person decides. */
function steady(
  register: number,
  { before, most }: { readonly before: number; readonly most: number | null },
): number {
  const notBack = register < before && register >= before - SLACK ? before : register;
  return most !== null && notBack > most && notBack <= most + SLACK ? most : notBack;
}

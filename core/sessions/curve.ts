import type { Instant, WattHours, Watts } from '../shared/units.ts';
import type { Sample } from './sample.ts';

/** One point of a session's power curve. */
export interface CurvePoint {
  readonly at: Instant;
  readonly power: Watts | null;
  /** Energy since the start of the session. */
  readonly energy: WattHours | null;
  readonly stateOfCharge: number | null;
}

/** More points than a screen has pixels say nothing more; beyond this every second one is let go. */
export const MOST_CURVE_POINTS = 1_440;

/**
 * Adds what a sample says to a curve that is in order of time. A sample with a time that the curve already
 * has changes nothing: stations repeat MeterValues until they are answered.
 */
export function addToCurve(
  curve: readonly CurvePoint[],
  sample: Sample,
  startRegister: WattHours,
): readonly CurvePoint[] {
  const last = curve.at(-1);
  const point = pointOf(sample, startRegister, last);
  if (point.power === null && point.energy === null && point.stateOfCharge === null) return curve;
  if (last === undefined || sample.at > last.at) return thinned([...curve, point]);
  if (curve.some((known) => known.at === sample.at)) return curve;
  return thinned([...curve, point].sort((a, b) => a.at - b.at));
}

function pointOf(sample: Sample, startRegister: WattHours, last: CurvePoint | undefined): CurvePoint {
  const energy = sample.register === null ? null : ((sample.register - startRegister) as WattHours);
  return {
    at: sample.at,
    power: sample.power ?? averagePower(last, sample.at, energy),
    energy,
    stateOfCharge: sample.stateOfCharge,
  };
}

/** A station that sends only its register still has a curve: the mean power since the last point. */
function averagePower(last: CurvePoint | undefined, at: Instant, energy: WattHours | null): Watts | null {
  if (last?.energy == null || energy === null || at <= last.at) return null;
  const power = ((energy - last.energy) * 3_600_000) / (at - last.at);
  return power < 0 ? null : (Math.round(power) as Watts);
}

function thinned(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  if (curve.length <= MOST_CURVE_POINTS) return curve;
  const newest = curve.length - 1;
  return curve.filter((_, index) => index % 2 === 0 || index === newest);
}

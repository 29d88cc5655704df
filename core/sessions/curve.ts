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
 * Adds what samples say to a curve that is in order of time. A sample with a time that the curve already
 * has changes nothing: stations repeat MeterValues until they are answered.
 */
export function addToCurve(
  curve: readonly CurvePoint[],
  samples: readonly Sample[],
  startRegister: WattHours,
): readonly CurvePoint[] {
  return growCurve([...curve], samples, startRegister);
}

/**
 * Like `addToCurve`, for whoever owns the curve: points that come last are appended in place, which is what
 * nearly every sample does. Where points come in between or make the curve too long, the result is another
 * array. Either way `curve`, cut to the length it had, is as before.
 */
export function growCurve(
  curve: CurvePoint[],
  samples: readonly Sample[],
  startRegister: WattHours,
): CurvePoint[] {
  let grown = curve;
  for (const sample of samples) {
    const last = grown.at(-1);
    const point = pointOf(sample, startRegister, last);
    if (point.power === null && point.energy === null && point.stateOfCharge === null) continue;
    if (last === undefined || point.at > last.at) grown.push(point);
    else {
      const place = placeOf(grown, point.at);
      if (grown[place]?.at === point.at) continue;
      if (grown === curve) grown = [...curve];
      grown.splice(place, 0, point);
    }
    if (grown.length > MOST_CURVE_POINTS) grown = thinned(grown);
  }
  return grown;
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

/** Index of the first point that is not before a moment. */
function placeOf(curve: readonly CurvePoint[], at: Instant): number {
  let low = 0;
  let high = curve.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((curve[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function thinned(curve: readonly CurvePoint[]): CurvePoint[] {
  const newest = curve.length - 1;
  return curve.filter((_, index) => index % 2 === 0 || index === newest);
}

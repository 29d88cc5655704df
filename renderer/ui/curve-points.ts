export interface PowerPoint {
  /** Ms since 1970. */
  readonly atMs: number;
  readonly powerW: number;
}

interface CurveRanges {
  readonly time: [Date, Date];
  readonly power: [number, number];
}

const LEAST_TOP_W = 1_000;

/** Where the axes begin and end: time by the points, power always from nothing. */
export function curveRanges(points: readonly PowerPoint[]): CurveRanges {
  const first = points[0]?.atMs ?? 0;
  const last = points.at(-1)?.atMs ?? first + 1;
  const highest = points.reduce((most, point) => Math.max(most, point.powerW), LEAST_TOP_W);
  return { time: [new Date(first), new Date(Math.max(last, first + 1))], power: [0, highest] };
}

/** Index of the point that is valid at a time: the last one before it. */
export function nearestIndex(points: readonly PowerPoint[], atMs: number): number {
  const after = points.findIndex((point) => point.atMs > atMs);
  return after === -1 ? points.length - 1 : Math.max(0, after - 1);
}

/** At most as many points as there are pixels; of each stretch its highest, so that no peak is lost. */
export function thinPoints(points: readonly PowerPoint[], most: number): readonly PowerPoint[] {
  if (points.length <= most) return points;
  const stretch = points.length / most;
  return Array.from({ length: most }, (_, index) => {
    const part = points.slice(Math.floor(index * stretch), Math.floor((index + 1) * stretch));
    return part.reduce((peak, point) => (point.powerW > peak.powerW ? point : peak));
  });
}

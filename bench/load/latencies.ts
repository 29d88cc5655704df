/** Collects latencies and tells their percentiles. */
export interface Latencies {
  readonly count: number;
  add(ms: number): void;
  /** `share` between 0 and 1. NaN when nothing was collected. */
  percentile(share: number): number;
}

export function createLatencies(): Latencies {
  let values = new Float64Array(1 << 16);
  let count = 0;
  let sorted = 0;
  return {
    get count() {
      return count;
    },

    add(ms) {
      if (count === values.length) {
        const longer = new Float64Array(values.length * 2);
        longer.set(values);
        values = longer;
      }
      values[count] = ms;
      count += 1;
    },

    percentile(share) {
      if (sorted !== count) values.subarray(0, count).sort();
      sorted = count;
      return values[Math.min(count - 1, Math.floor(share * count))] ?? Number.NaN;
    },
  };
}

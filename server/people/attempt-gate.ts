import { type Milliseconds, milliseconds } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';
import { createAttemptThrottle } from './attempt-throttle.ts';

/** Stands before everything that can be guessed: passwords and codes. */
export interface AttemptGate {
  /**
   * How long all of these buckets must still wait; 0 lets the attempt through. It counts as failed from then on, until
   * `passed` says otherwise: a hundred attempts at once would otherwise all be the first.
   */
  enter(buckets: readonly string[]): Milliseconds;
  passed(buckets: readonly string[]): void;
}

export function createAttemptGate(clock: Clock): AttemptGate {
  const throttle = createAttemptThrottle();
  return {
    enter(buckets) {
      const now = clock.monotonic();
      const wait = Math.max(...buckets.map((bucket) => throttle.wait(bucket, now)));
      if (wait === 0) for (const bucket of buckets) throttle.failed(bucket, now);
      return milliseconds(wait);
    },

    passed(buckets) {
      for (const bucket of buckets) throttle.succeeded(bucket);
    },
  };
}

import { type Instant, instant } from '#core/shared/units.ts';

/** The only source of time in the server; tests put their own in its place. */
export interface Clock {
  /** Wall clock. May jump. */
  now(): Instant;
  /** Milliseconds that only ever grow, for measuring how long something took. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  monotonic: () => performance.now(),
};

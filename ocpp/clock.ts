/** The two clocks of a machine, injected so that tests can turn the hands. */
export interface Clock {
  /** Wall-clock time in ms since 1970, UTC. May jump. */
  now(): number;
  /** Milliseconds that only ever grow, for measuring durations. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

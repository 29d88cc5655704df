import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';

/** The time a simulated station lives in. */
export interface SimulatedTime {
  /** Wall-clock time in ms since 1970, UTC. */
  now(): number;
  /** Runs the action once, later. The returned function calls it off. */
  after(delayMs: number, action: () => void): () => void;
}

/** Time that passes as on the wall. */
export function realTime(clock: Clock = systemClock): SimulatedTime {
  return {
    now: clock.now,
    after(delayMs, action) {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
  };
}

/** Runs the action at every interval; the first time after one interval. The returned function stops it. */
export function every(time: SimulatedTime, intervalMs: number, action: () => void): () => void {
  let cancel = time.after(intervalMs, tick);
  return () => cancel();

  function tick(): void {
    cancel = time.after(intervalMs, tick);
    action();
  }
}

import { instant } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';

/** A clock that runs with the real one and can be put forward; one that stands moves by that alone. */
export interface TestClock extends Clock {
  advance(ms: number): void;
  /** Sets the wall clock, as a person may, while time goes on as ever. */
  jump(ms: number): void;
}

export function createTestClock(startsAt: number | null = null, { stands = false } = {}): TestClock {
  const began = Date.now();
  let ahead = startsAt === null ? 0 : startsAt - began;
  let passed = 0;
  return {
    now: () => instant(Math.round((stands ? began : Date.now()) + ahead)),
    monotonic: () => performance.now() + passed,
    advance(ms) {
      ahead += ms;
      passed += ms;
    },
    jump(ms) {
      ahead += ms;
    },
  };
}

import type { Milliseconds } from '#core/shared/units.ts';
import { milliseconds } from '#core/shared/units.ts';

const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Failures are forgotten after a day, and the oldest when there are too many names to remember. */
const FORGET_AFTER_MS = 86_400_000;
const MOST_NAMES = 10_000;

interface Failures {
  readonly count: number;
  readonly last: number;
}

/**
 * Slows guessing: after some free failures each further attempt has to wait, 1 s doubling to 60 s. Nobody is
 * ever locked out, or an attacker could lock out the only owner.
 */
export interface AttemptThrottle {
  /** How long this name must wait before its next attempt; 0 when it may try now. */
  wait(name: string, now: number): Milliseconds;
  failed(name: string, now: number): void;
  succeeded(name: string): void;
}

export function createAttemptThrottle(freeFailures = FREE_FAILURES): AttemptThrottle {
  const byName = new Map<string, Failures>();
  return {
    wait(name, now) {
      const failures = byName.get(name);
      if (failures === undefined || now - failures.last > FORGET_AFTER_MS) return milliseconds(0);
      return milliseconds(Math.max(0, failures.last + waitAfter(failures.count - freeFailures) - now));
    },

    failed(name, now) {
      const count = (byName.get(name)?.count ?? 0) + 1;
      byName.delete(name);
      byName.set(name, { count, last: now });
      const [oldest] = byName.keys();
      if (byName.size > MOST_NAMES && oldest !== undefined) byName.delete(oldest);
    },

    succeeded(name) {
      byName.delete(name);
    },
  };
}

function waitAfter(failuresTooMany: number): number {
  return failuresTooMany < 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failuresTooMany);
}

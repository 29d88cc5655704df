import { setImmediate } from 'node:timers/promises';

/** For so long a step of long work keeps everybody else waiting: stations want an answer in milliseconds. */
const TURN_MS = 12;

/**
 * Does long work in steps, and lets everything else have its turn in between. `mayGoOn` is asked after each pause;
 * null when it forbids to go on.
 */
export function inTurns<T>(work: Generator<unknown, T>): Promise<T>;
export function inTurns<T>(work: Generator<unknown, T>, mayGoOn: () => boolean): Promise<T | null>;
export async function inTurns<T>(
  work: Generator<unknown, T>,
  mayGoOn: () => boolean = () => true,
): Promise<T | null> {
  let beganMs = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - beganMs < TURN_MS) continue;
    await setImmediate();
    if (!mayGoOn()) return null;
    beganMs = performance.now();
  }
}

import { instant, MINUTE } from '../shared/units.ts';
import { milliwattHours } from './amounts.ts';
import type { Reading } from './facts-from-readings.ts';
import { LONGEST_GUESS } from './implausible.ts';
import { scaled } from './round-half-up.ts';

/** Clocks on walls are whole quarters of an hour apart, and so are the bounds of prices that are painted. */
const QUARTER = 15 * MINUTE;

/**
 * The same readings at the quarters of an hour alone, with the first and the last: what a tariff that asks for nothing but
 * the clock makes of them is the same. Where two lie too far apart to be shared out, they stay as they are.
 */
export function quarterReadings(readings: readonly Reading[]): readonly Reading[] {
  const [first] = readings;
  const last = readings.at(-1);
  if (first === undefined || last === undefined || readings.length < 3) return readings;
  const kept: Reading[] = [first];
  for (let index = 1; index < readings.length; index += 1) {
    const before = readings[index - 1] ?? first;
    const after = readings[index] ?? last;
    if (after.at - before.at > LONGEST_GUESS) {
      keep(kept, before);
      keep(kept, after);
      continue;
    }
    const used = after.register - before.register;
    const length = after.at - before.at;
    for (let at = nextQuarter(before.at); at <= after.at && length > 0; at += QUARTER)
      keep(kept, {
        at: instant(at),
        register: milliwattHours(before.register + scaled(used, at - before.at, length)),
      });
  }
  keep(kept, last);
  return kept;
}

function keep(kept: Reading[], reading: Reading): void {
  const last = kept.at(-1);
  if (last === undefined || reading.at > last.at) kept.push(reading);
}

function nextQuarter(at: number): number {
  return (Math.floor(at / QUARTER) + 1) * QUARTER;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClockReadings, clockOffset, UNHEARD_CLOCK, withClockReading } from './clock-readings.ts';
import { HOUR, type Instant, instant, MINUTE } from './units.ts';

const NOON = instant(Date.UTC(2026, 5, 1, 12));
const noonPlus = (ms: number): Instant => instant(NOON + ms);

test('delay never makes a clock look fast: the largest difference is the best guess', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2 * MINUTE, max: 26 * HOUR }),
      fc.array(fc.nat(MINUTE), { minLength: 1 }),
      (error, delays) => {
        let known = UNHEARD_CLOCK;
        for (const delay of delays) known = withClockReading(known, noonPlus(error - delay), NOON);
        expect(clockOffset(known)).toBe(error - Math.min(...delays));
      },
    ),
  );
});

test('a clock that has been put right is right, and a time of nonsense teaches nothing', () => {
  const fast = heard(UNHEARD_CLOCK, 0, 2 * HOUR);
  expect(clockOffset(fast)).toBe(2 * HOUR);
  expect(clockOffset(heard(fast, MINUTE, -400))).toBe(-400);
  const nonsense = instant(Date.UTC(2099, 0, 1));
  expect(clockOffset(withClockReading(UNHEARD_CLOCK, nonsense, NOON))).toBeNull();
  expect(clockOffset(withClockReading(fast, nonsense, NOON))).toBe(2 * HOUR);
});

test('a clock that falls behind while its station is on the line is noticed within minutes', () => {
  let known = UNHEARD_CLOCK;
  for (let minute = 0; minute < 60; minute += 1) known = heard(known, minute * MINUTE, -400);
  expect(clockOffset(known)).toBe(-400);
  for (let minute = 60; minute < 71; minute += 1) known = heard(known, minute * MINUTE, -2 * HOUR);
  expect(clockOffset(known)).toBe(-2 * HOUR);
});

test('one message that was late on its way is no clock that runs behind', () => {
  let known = heard(UNHEARD_CLOCK, 0, -400);
  known = heard(known, HOUR, -500);
  known = heard(known, 2 * HOUR, -40 * MINUTE);
  expect(clockOffset(known)).toBe(-400);
});

test('what is remembered of a clock stays small, however much a station says', () => {
  let known = UNHEARD_CLOCK;
  for (let message = 0; message < 50_000; message += 1) known = heard(known, message * 50, -message * 10);
  expect(known.length).toBeLessThan(14);
});

/** A message comes `after` ms, with a time that is off by `difference`. */
function heard(known: ClockReadings, after: number, difference: number): ClockReadings {
  return withClockReading(known, noonPlus(after + difference), noonPlus(after));
}

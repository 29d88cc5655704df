import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveStationTime } from './station-time.ts';
import { HOUR, type Instant, instant, MINUTE } from './units.ts';

const NOON = instant(Date.UTC(2026, 5, 1, 12));
const noonPlus = (ms: number): Instant => instant(NOON + ms);
const said = (ms: number) => ({ text: '', instant: noonPlus(ms), clockWasSet: true });

test('an old time is kept, however long the message waited; the error of the clock is taken out', () => {
  fc.assert(
    fc.property(fc.integer({ min: -26 * HOUR, max: 26 * HOUR }), fc.nat(72 * HOUR), (offset, waited) => {
      const { at, source, impossible } = resolveStationTime(said(offset), noonPlus(waited), offset);
      const corrected = Math.abs(offset) > MINUTE;
      expect(impossible).toBe(!corrected && offset - waited > 5 * MINUTE);
      expect(at).toBe(corrected ? NOON : noonPlus(offset));
      expect(source).toBe(corrected ? 'station-corrected' : 'station');
    }),
  );
});

test.each([Date.UTC(1970, 0, 1), Date.UTC(2014, 11, 31), NOON + 6 * MINUTE, Date.UTC(2099, 0, 1), null])(
  'ours stands in for a time that cannot be: %s',
  (ms) => {
    const time = { text: '', instant: ms === null ? null : instant(ms), clockWasSet: true };
    expect(resolveStationTime(time, NOON, null)).toEqual({ at: NOON, source: 'ours', impossible: true });
  },
);

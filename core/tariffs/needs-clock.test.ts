import { expect, test } from 'vitest';
import { HOUR, milliseconds } from '../shared/units.ts';
import { type ClockUse, clockUseOf, isClockEnough } from './needs-clock.ts';
import type { BlockingFee, Tariff } from './tariff.ts';
import { clock, element, price, tariff } from './testing/tariffs.ts';

const FEE: BlockingFee = {
  perHour: price(6),
  vat: null,
  grace: { of: 'idle', ms: milliseconds(HOUR) },
  cap: null,
  quiet: null,
};
const QUIET: BlockingFee = { ...FEE, quiet: { from: clock('22:00'), to: clock('06:00') } };

const cases: readonly (readonly [string, Tariff, ClockUse])[] = [
  ['energy alone', tariff([element({ energy: 0.4, time: 0, parking: 0 })]), 'nothing'],
  [
    'a fee of nothing',
    tariff([element({ energy: 0.4 })], { blocking: { ...QUIET, perHour: price(0) } }),
    'nothing',
  ],
  ['charging time', tariff([element({ time: 2 })]), 'time'],
  ['standing time', tariff([element({ parking: 2 })]), 'time'],
  ['a blocking fee', tariff([element({ energy: 0.4 })], { blocking: FEE }), 'time'],
  [
    'another price after two hours',
    tariff([element({ energy: 0.9 }, { duration: { atLeast: 2 * HOUR, below: null } })]),
    'time',
  ],
  ['a blocking fee with quiet hours', tariff([element({ energy: 0.4 })], { blocking: QUIET }), 'both'],
  ['day and night', tariff([element({ energy: 0.4 }, { window: { from: 360, to: 1_320 } })]), 'hours'],
  ['weekdays', tariff([element({ energy: 0.4 }, { weekdays: [1] })]), 'hours'],
  ['holidays', tariff([element({ energy: 0.4 }, { holidays: 'only' })]), 'hours'],
  ['charging time by night', tariff([element({ time: 2 }, { weekdays: [1] })]), 'both'],
];

test.each(cases)('%s', (_, sold, use) => {
  expect(clockUseOf(sold)).toBe(use);
  expect(isClockEnough(sold, 'hours')).toBe(true);
  // A clock that is right in its durations alone knows no hour of the day.
  expect(isClockEnough(sold, 'duration')).toBe(use === 'nothing' || use === 'time');
  expect(isClockEnough(sold, 'nothing')).toBe(use === 'nothing');
});

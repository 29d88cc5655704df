import { expect, test } from 'vitest';
import { HOUR, milliseconds } from '../shared/units.ts';
import { paysIdle } from './pays-idle.ts';
import { element, price, tariff } from './testing/tariffs.ts';

function withFee(perHour: number) {
  const grace = { of: 'idle', ms: milliseconds(HOUR) } as const;
  return tariff([element({ energy: 0.4 })], {
    blocking: { perHour: price(perHour), vat: null, grace, cap: null, quiet: null },
  });
}

test.each([
  ['energy alone', tariff([element({ energy: 0.4 })]), false],
  ['standing time', tariff([element({ energy: 0.4, parking: 2 })]), true],
  ['standing time that costs nothing', tariff([element({ energy: 0.4, parking: 0 })]), false],
  ['a blocking fee', withFee(6), true],
  ['a blocking fee of nothing', withFee(0), false],
])('a price waits for a car that stands only where standing costs: %s', (_, sold, pays) => {
  expect(paysIdle(sold)).toBe(pays);
});

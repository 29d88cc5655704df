import { expect, test } from 'vitest';
import { fitToDisplays, parseWindowPlace, type WindowPlace } from './window-place.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const monitorOnTheLeft = { x: -1920, y: 0, width: 1920, height: 1080 };
const place: WindowPlace = { x: 100, y: 100, width: 1000, height: 700, isMaximized: false };

test('a window on any of the displays stays where it is', () => {
  const onTheLeft = { ...place, x: -1800 };

  expect(fitToDisplays(place, [laptop, monitorOnTheLeft])).toEqual(place);
  expect(fitToDisplays(onTheLeft, [laptop, monitorOnTheLeft])).toEqual(onTheLeft);
});

test.each([
  ['on an unplugged monitor to the left', { x: -1800 }],
  ['on an unplugged monitor to the right', { x: 1500 }],
  ['with its title bar above the top edge', { y: -300 }],
  ['below the bottom edge', { y: 900 }],
  ['with only a sliver left of the right edge', { x: 1400 }],
  ['with only a sliver right of the left edge', { x: -950 }],
])('a window %s is put back in the middle', (_where, part) => {
  expect(fitToDisplays({ ...place, ...part }, [laptop])).toBeNull();
});

test('without any display, as under a closed lid, no place is kept', () => {
  expect(fitToDisplays(place, [])).toBeNull();
});

test('a window larger than its display is made as large as the display, a tiny one usable', () => {
  expect(fitToDisplays({ ...place, width: 4000, height: 3000 }, [laptop])).toMatchObject({
    width: 1440,
    height: 875,
  });
  expect(fitToDisplays({ ...place, width: 200, height: 20 }, [laptop])).toMatchObject({
    width: 480,
    height: 480,
  });
});

test.each([
  [null],
  ['100,100'],
  [{ ...place, x: '100' }],
  [{ ...place, width: Number.NaN }],
  [{ ...place, height: 1e300 }],
  [{ ...place, isMaximized: 1 }],
  [{ x: 1, y: 1 }],
])('%j is not a place', (value) => {
  expect(parseWindowPlace(value)).toBeNull();
});

test('what was written is read back', () => {
  expect(parseWindowPlace(JSON.parse(JSON.stringify(place)))).toEqual(place);
});

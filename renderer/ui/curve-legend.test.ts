import { expect, it } from 'vitest';
import { kindsOf } from './curve-legend.tsx';

it('tells each kind of stretch once, the palest first, and what goes on as one stretch', () => {
  const band = (text: string, shade: number, fromMs: number, toMs: number) => ({ text, shade, fromMs, toMs });
  expect(
    kindsOf([
      band('day', 1, 0, 10),
      band('night', 0, 10, 15),
      band('night', 0, 15, 20),
      band('day', 1, 20, 30),
    ]),
  ).toEqual([
    { text: 'night', shade: 0, stretches: [{ fromMs: 10, toMs: 20 }] },
    {
      text: 'day',
      shade: 1,
      stretches: [
        { fromMs: 0, toMs: 10 },
        { fromMs: 20, toMs: 30 },
      ],
    },
  ]);
});

import { expect, test } from 'vitest';
import { warrantyHint } from './warranty.ts';

test('a warranty is spoken of in its last sixty days, on its last day, and once it is over', () => {
  const on = (lastDay: string) => warrantyHint(lastDay, '2026-11-28');
  expect(on('')).toEqual({ kind: 'fine' });
  expect(on('2027-01-28')).toEqual({ kind: 'fine' });
  expect(on('2027-01-27')).toEqual({ kind: 'soon', days: 60 });
  expect(on('2026-11-29')).toEqual({ kind: 'soon', days: 1 });
  expect(on('2026-11-28')).toEqual({ kind: 'today' });
  expect(on('2026-11-27')).toEqual({ kind: 'over' });
});

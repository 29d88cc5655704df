import { expect, it } from 'vitest';
import { countsSoon } from './counts-soon.ts';

it('what was published at once counts soon, what is planned does not, and what counts counts', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  const from = '2026-11-28T12:00:10Z';
  expect(countsSoon({ state: 'scheduled', from }, now)).toBe(true);
  expect(countsSoon({ state: 'scheduled', from: '2026-11-28T13:00:00Z' }, now)).toBe(false);
  expect(countsSoon({ state: 'in-force', from }, now)).toBe(false);
  expect(countsSoon({ state: 'draft', from: undefined }, now)).toBe(false);
});

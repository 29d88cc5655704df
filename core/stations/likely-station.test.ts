import { expect, test } from 'vitest';
import { stationId } from '../shared/ids.ts';
import { likelyStation } from './likely-station.ts';

const known = ['HOF 1', 'HOF-2', 'hof2', 'Süd'].map(stationId);

test.each([
  ['hof-1', 'HOF 1'],
  ['Hof1', 'HOF 1'],
  ['SÜD', 'Süd'],
  // Two may be meant, the station itself is known, and nothing is like nothing.
  ['HOF 2', null],
  ['HOF 1', null],
  ['HOF 3', null],
  ['--', null],
])('%s probably means %s', (typed, meant) => {
  expect(likelyStation(typed, known)).toBe(meant);
});

import { expect, test } from 'vitest';
import type { ImportRow } from '#api/imports.ts';
import { keptCells, suggestedCells, withoutCells, withRows } from './row-edits.ts';

const ROW: ImportRow = {
  number: 7,
  verdict: 'error',
  values: { uid: '4A2B8C1', driver: 'MÃ¼ller', groups: 'Pool' },
  changes: [],
  problems: [
    { kind: 'zero-lost', weight: 'doubt', field: 'uid', suggestion: '04A2B8C1', about: null },
    { kind: 'wrong-encoding', weight: 'doubt', field: 'driver', suggestion: 'Müller', about: null },
    { kind: 'unknown-group', weight: 'stop', field: 'groups', suggestion: null, about: 'Pool' },
  ],
};

test('a suggestion is taken for a cell, or for all of the row', () => {
  expect(suggestedCells(ROW, 'driver')).toEqual([{ field: 'driver', value: 'Müller' }]);
  expect(suggestedCells(ROW, null)).toHaveLength(2);
  expect(suggestedCells(ROW, 'groups')).toEqual([]);
});

test('what is only doubted is kept as it stands, what cannot be is not', () => {
  expect(keptCells(ROW, null)).toEqual([
    { field: 'uid', value: '4A2B8C1' },
    { field: 'driver', value: 'MÃ¼ller' },
  ]);
  const short: ImportRow = {
    ...ROW,
    problems: [{ kind: 'too-few-cells', weight: 'doubt', field: null, suggestion: null, about: '1' }],
  };
  expect(keptCells(short, null)).toEqual([{ field: 'uid', value: '4A2B8C1' }]);
});

test('undoing puts a cell back to what was typed before, or to what the file says', () => {
  const before = { 7: { uid: 'AAAA' } };
  const cells = suggestedCells(ROW, null);
  const after = withRows(before, [{ number: 7, cells }]);
  expect(after).toEqual({ 7: { uid: '04A2B8C1', driver: 'Müller' } });
  expect(withoutCells(after, { number: 7, cells }, before)).toEqual(before);
});

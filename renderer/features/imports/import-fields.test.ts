import { expect, test } from 'vitest';
import { columnLetter, hasKey, remapped } from './import-fields.ts';
import { withFix } from './import-work.ts';

test('a column fills one field and a field is filled by one column', () => {
  const mapping = { uid: 0, driver: 1 };
  expect(remapped(mapping, 2, 'driver')).toEqual({ uid: 0, driver: 2 });
  expect(remapped(mapping, 1, 'holder')).toEqual({ uid: 0, holder: 1 });
  expect(remapped(mapping, 1, null)).toEqual({ uid: 0 });
});

test('a vehicle is known by its plate or, without one, by its label', () => {
  expect(hasKey('vehicles', { label: 3 })).toBe(true);
  expect(hasKey('vehicles', { make: 3 })).toBe(false);
  expect(hasKey('cards', { label: 0 })).toBe(false);
});

test('columns without a title are called as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 99].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'CV']);
});

test('a cell that is put back leaves no trace', () => {
  const cell = { row: 4, field: 'uid' };
  const fixed = withFix({}, cell, '04A2B8C1');
  expect(fixed).toEqual({ 4: { uid: '04A2B8C1' } });
  expect(withFix(withFix(fixed, { row: 4, field: 'label' }, ''), cell, null)).toEqual({ 4: { label: '' } });
  expect(withFix(fixed, cell, null)).toEqual({});
});

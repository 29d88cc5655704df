import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { OcpiNote } from '#api/ocpi-tariffs.ts';
import { createFormat } from '../../../lib/format.ts';
import { textOptions } from '../../../text/i18n.ts';
import { noteGroups } from './note-words.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

test('notes of one kind are said once, with their places, and those about prices come first', () => {
  const groups = groupsOf([
    note('alt-url', { value: 'https://example.org' }),
    note('step-size', { element: 0, component: 0, dimension: 'energy', value: '100' }),
    note('step-size', { element: 2, component: 1, dimension: 'parking', value: '300' }),
  ]);
  expect(groups.map(({ kind }) => kind)).toEqual(['step-size', 'alt-url']);
  expect(groups[0]?.places.map(plain)).toEqual([
    'element 1, energy: blocks of 0.1 kWh',
    'element 3, standing time: blocks of 5 min',
  ]);
  expect(groups[1]).toMatchObject({ places: [], more: 0 });
  expect(groups[1]?.words).toContain('https://example.org');
});

test('a few places are named and the others counted; what stands there is named once', () => {
  const notes = Array.from({ length: 7 }, (_, element) =>
    note('unknown-restriction', { element, value: element < 6 ? 'max_soc' : 'vehicle' }),
  );
  const [group] = groupsOf(notes);
  expect(group?.words).toContain('does not know: max_soc, vehicle.');
  expect(group).toMatchObject({ places: ['element 1', 'element 2', 'element 3', 'element 4'], more: 3 });
});

test('a moment is told in the time of the site', () => {
  const [group] = groupsOf([note('ends', { value: '2026-12-31T23:00:00.000Z' })]);
  expect(plain(group?.words ?? '')).toContain('Was to count until 01 Jan 2027, 00:00.');
});

function groupsOf(notes: readonly OcpiNote[]) {
  const format = createFormat({ region: 'en-GB', language: 'en', timeZone: 'Europe/Berlin' });
  return noteGroups(notes, { format, t: (key, places = {}) => i18next.t(key, places) });
}

function note(kind: OcpiNote['kind'], more: Partial<OcpiNote>): OcpiNote {
  const weight = kind === 'alt-url' ? 'aside' : 'price';
  return { kind, weight, path: '', element: null, component: null, dimension: null, value: null, ...more };
}

/** With ordinary blanks. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

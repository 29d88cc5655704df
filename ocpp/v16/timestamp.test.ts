import { expect, test } from 'vitest';
import { formatTimestamp, isStrictTimestamp, parseTimestamp } from './timestamp.ts';

const noon = Date.UTC(2026, 10, 21, 12, 0, 0);

test.each([
  ['2026-11-21T12:00:00Z', noon, true],
  ['2026-11-21T12:00:00.000Z', noon, true],
  ['2026-11-21T12:00:00.123456Z', noon + 123, true],
  ['2026-11-21t12:00:00z', noon, true],
  ['2026-11-21T13:00:00+01:00', noon, true],
  ['2026-11-21T06:30:00-05:30', noon, true],
  ['2026-11-21T12:00:60Z', noon + 59_000, true],
  ['2026-11-21T13:00:00+01', noon, false],
  ['2026-11-21T13:00:00+0100', noon, false],
  ['2026-11-21 12:00:00Z', noon, false],
  ['2026-11-21T12:00Z', noon, false],
  ['2026-11-21T12:00:00,5Z', noon + 500, false],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29), true],
  ['1970-01-01T00:00:00Z', 0, true],
  ['0001-01-01T00:00:00Z', -62_135_596_800_000, true],
])('%s is a moment', (text, ms, strict) => {
  expect(parseTimestamp(text)).toEqual({ kind: 'instant', ms, strict });
  expect(isStrictTimestamp(text)).toBe(strict);
});

test('a time without zone is kept apart from moments', () => {
  expect(parseTimestamp('2026-11-21T12:00:00')).toEqual({ kind: 'local', ms: noon });
});

test.each([
  '',
  'now',
  '2026-02-30T12:00:00Z',
  '2023-02-29T12:00:00Z',
  '1900-02-29T12:00:00Z',
  '2026-13-01T12:00:00Z',
  '2026-00-10T12:00:00Z',
  '2026-11-21T24:00:00Z',
  '2026-11-21T12:60:00Z',
  '2026-11-21T12:00:61Z',
  '2026-11-21T12:00:00.Z',
  '2026-11-21T12:00:00+25:00',
  '2026-11-21T12:00:00+01:0',
  '2026-11-21T12:00:00ZZ',
  '2026-11-21T12:00:00 UTC',
  '222222017-01-01T00:00:00Z',
  '21.11.2026 12:00',
  '2026/11/21T12:00:00Z',
  '2026-11-21',
  '1795262400',
])('%s is unreadable', (text) => {
  expect(parseTimestamp(text)).toEqual({ kind: 'unreadable' });
});

test('what we write is UTC with Z and reads back as the same moment', () => {
  const text = formatTimestamp(noon + 7);
  expect(text).toBe('2026-11-21T12:00:00.007Z');
  expect(parseTimestamp(text)).toEqual({ kind: 'instant', ms: noon + 7, strict: true });
});

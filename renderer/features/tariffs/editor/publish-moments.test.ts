import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../lib/format.ts';
import { nextMidnight, nextMonth } from './publish-moments.ts';

const berlin = createFormat({ region: 'de-DE', language: 'de', timeZone: 'Europe/Berlin' });

describe('a quick choice of when a version takes effect', () => {
  it('is midnight at the site, in winter and in summer', () => {
    expect(nextMidnight(Date.parse('2026-11-28T22:59:00Z'), berlin)).toBe('2026-11-28T23:00:00.000Z');
    expect(nextMidnight(Date.parse('2026-11-28T23:01:00Z'), berlin)).toBe('2026-11-29T23:00:00.000Z');
    expect(nextMidnight(Date.parse('2026-06-30T12:00:00Z'), berlin)).toBe('2026-06-30T22:00:00.000Z');
  });

  it('is the first of the next month there, also in the next year', () => {
    expect(nextMonth(Date.parse('2026-11-28T12:00:00Z'), berlin)).toBe('2026-11-30T23:00:00.000Z');
    expect(nextMonth(Date.parse('2026-12-31T22:59:00Z'), berlin)).toBe('2026-12-31T23:00:00.000Z');
  });
});

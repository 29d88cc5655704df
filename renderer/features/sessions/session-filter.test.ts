import { describe, expect, it } from 'vitest';
import { createFormat } from '../../lib/format.ts';
import { toFilter } from './session-filter.ts';

const berlin = createFormat({ region: 'de-DE', language: 'de', timeZone: 'Europe/Berlin' });
const at = (now: string) => ({ now: Date.parse(now), dayKey: berlin.dayKey });

describe('the last seven days are seven days of the calendar', () => {
  it('also when one of them had 25 hours', () => {
    // Half past eleven at night; 6 × 24 hours earlier it was half past midnight, a day later.
    expect(toFilter({ period: 'week' }, at('2026-10-30T22:30:00Z'))).toEqual({
      from: '2026-10-23T22:00:00.000Z',
    });
  });

  it('also when one of them had 23 hours', () => {
    expect(toFilter({ period: 'week' }, at('2026-03-31T22:30:00Z'))).toEqual({
      from: '2026-03-25T23:00:00.000Z',
    });
  });
});

describe('a month begins and ends at the midnights of the site', () => {
  it('also in January', () => {
    expect(toFilter({ period: 'last-month' }, at('2026-01-10T12:00:00Z'))).toEqual({
      from: '2025-11-30T23:00:00.000Z',
      to: '2025-12-31T23:00:00.000Z',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../lib/format.ts';
import { periodOf } from './revenue-period.ts';

const berlin = createFormat({ region: 'de-DE', language: 'de', timeZone: 'Europe/Berlin' });
const DAYS = { first: '', last: '' };

describe('a period of which the revenue is asked for', () => {
  it('goes from the first of the month until today is over', () => {
    expect(periodOf({ period: 'month', ...DAYS }, '2026-10-31', berlin)).toEqual({
      from: '2026-09-30T22:00:00.000Z',
      to: '2026-10-31T23:00:00.000Z',
    });
  });

  it('is the whole month before, also the last of a year', () => {
    expect(periodOf({ period: 'last-month', ...DAYS }, '2027-01-15', berlin)).toEqual({
      from: '2026-11-30T23:00:00.000Z',
      to: '2026-12-31T23:00:00.000Z',
    });
  });

  it('counts both of its days in, and waits until they are said', () => {
    const chosen = { period: 'days', first: '2026-11-01', last: '2026-11-01' } as const;
    expect(periodOf(chosen, '2026-11-28', berlin)).toEqual({
      from: '2026-10-31T23:00:00.000Z',
      to: '2026-11-01T23:00:00.000Z',
    });
    expect(periodOf({ ...chosen, last: '' }, '2026-11-28', berlin)).toBeUndefined();
    expect(periodOf({ ...chosen, last: '2026-10-01' }, '2026-11-28', berlin)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';
import { endOfDay, lastValidDay, startOfDay } from './site-day.ts';

describe.each([
  ['Europe/Berlin', '2026-11-21', '2026-11-20T23:00:00.000Z', '2026-11-21T23:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-21', '2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-11-21', '2026-11-21T11:00:00.000Z', '2026-11-22T11:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-21', '2026-11-20T18:15:00.000Z', '2026-11-21T18:15:00.000Z'],
])('a day in %s (%s)', (timeZone, day, start, end) => {
  const format = createFormat({ region: 'de-DE', language: 'de', timeZone });

  it('begins and ends at the midnights of the site', () => {
    expect(startOfDay(day, format)).toBe(start);
    expect(endOfDay(day, format)).toBe(end);
  });

  it('is the last valid day of what ends with it', () => {
    expect(lastValidDay(endOfDay(day, format), format)).toBe(day);
  });
});

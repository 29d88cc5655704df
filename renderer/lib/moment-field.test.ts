import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';
import { momentForField, typedMoment } from './moment-field.ts';

const inZone = (timeZone: string) => createFormat({ region: 'de-DE', language: 'de', timeZone });

describe('a moment that somebody types', () => {
  it.each([
    ['Europe/Berlin', '2026-12-24T18:00', '2026-12-24T17:00:00.000Z'],
    ['Europe/Berlin', '2026-07-01T00:00', '2026-06-30T22:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['UTC', '2026-12-24T18:00', '2026-12-24T18:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-12-24T18:00', '2026-12-24T04:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-12-24T18:00', '2026-12-25T05:00:00.000Z'],
    ['Asia/Kathmandu', '2026-12-24T18:00', '2026-12-24T12:15:00.000Z'],
  ])('is one of the site in %s: %s, and is shown again as it was typed', (timeZone, text, moment) => {
    const format = inZone(timeZone);
    expect(typedMoment(text, format)).toBe(moment);
    expect(momentForField(Date.parse(moment), format)).toBe(text);
  });

  it('is the first of two that are called the same, and as much later where the clock skips it', () => {
    const berlin = inZone('Europe/Berlin');
    expect(typedMoment('2026-10-25T02:30', berlin)).toBe('2026-10-25T00:30:00.000Z');
    expect(typedMoment('2026-03-29T02:30', berlin)).toBe('2026-03-29T01:30:00.000Z');
  });

  it.each(['', '2026-12', '2026-12-24', 'tomorrow'])('is none while “%s” is typed', (text) => {
    expect(typedMoment(text, inZone('Europe/Berlin'))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { sessionOf, USUAL_EXAMPLE } from './example-session.ts';

describe('a session to think of', () => {
  it('is on the next such day, at that time', () => {
    expect(sessionOf(USUAL_EXAMPLE, '2026-11-28').startsAt).toBe('2026-12-01T17:40');
  });

  it('is on a date where one is named, such as a public holiday', () => {
    expect(sessionOf({ ...USUAL_EXAMPLE, date: '2026-12-25' }, '2026-11-28').startsAt).toBe(
      '2026-12-25T17:40',
    );
  });

  it('is today where today is such a day', () => {
    expect(sessionOf({ ...USUAL_EXAMPLE, weekday: 6, startMinute: 5 }, '2026-11-28').startsAt).toBe(
      '2026-11-28T00:05',
    );
    expect(sessionOf({ ...USUAL_EXAMPLE, weekday: 7 }, '2026-11-29').startsAt).toBe('2026-11-29T17:40');
  });
});

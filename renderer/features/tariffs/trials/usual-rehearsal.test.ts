import { describe, expect, it } from 'vitest';
import { usualRehearsal } from './usual-rehearsal.ts';

describe('what a rehearsal begins with', () => {
  const months = [
    { month: '2026-11', lines: [] },
    { month: '2026-10', lines: [{ id: 2, sessions: 7 }] },
    {
      month: '2026-09',
      lines: [
        { id: 1, sessions: 3 },
        { id: 2, sessions: 4 },
      ],
    },
  ];

  it('is the latest month in which somebody paid by the tariff', () => {
    expect(usualRehearsal({ tariffId: 1, months })).toEqual({ scope: 'own', month: '2026-09' });
  });

  it('is all sessions of the latest month that has any where nobody has paid by it', () => {
    const all = { scope: 'all', month: '2026-10' };
    expect(usualRehearsal({ tariffId: 3, months })).toEqual(all);
    expect(usualRehearsal({ tariffId: null, months })).toEqual(all);
  });

  it('is left open while nothing is known', () => {
    const unknown = [{ month: '2026-11', lines: undefined }];
    expect(usualRehearsal({ tariffId: 1, months: unknown })).toEqual({ scope: 'all', month: undefined });
  });
});

import { describe, expect, it } from 'vitest';
import type { RevenueLine } from '#api/revenue.ts';
import { revenueRows, revenueTotals } from './revenue-rows.ts';

/** A tariff that went from one currency to another within the period, another one, and sessions that cost nothing. */
const LINES: readonly RevenueLine[] = [
  line({ id: 1, currency: 'EUR', inclVatMinor: 1_000, exclVatMinor: 840, sessions: 4, held: 1 }),
  line({ id: 1, currency: 'CHF', inclVatMinor: 500, exclVatMinor: 463, sessions: 2 }),
  line({ id: 2, currency: 'EUR', inclVatMinor: 250, exclVatMinor: 210, sessions: 1 }),
  line({ id: 2, currency: null, sessions: 3 }),
  line({ id: null, currency: null, sessions: 5 }),
];

describe('the table of revenue', () => {
  it('has a line of its own for each currency of a tariff, with its share of that currency', () => {
    const rows = revenueRows(LINES);
    expect(rows.map(({ id, currency, sessions, share }) => [id, currency, sessions, share])).toEqual([
      [1, 'EUR', 4, 1],
      [1, 'CHF', 2, 1],
      [2, 'EUR', 4, 0.25],
      [null, null, 5, 0],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });

  it('adds up money by currency, and everything else for all', () => {
    expect(revenueTotals(LINES)).toEqual({
      sessions: 15,
      energyWh: 5_000,
      held: 1,
      amounts: [
        { currency: 'EUR', inclVatMinor: 1_250, exclVatMinor: 1_050 },
        { currency: 'CHF', inclVatMinor: 500, exclVatMinor: 463 },
      ],
    });
  });

  it('has no amount where nothing was to be paid', () => {
    expect(revenueTotals([line({ id: null, currency: null, sessions: 5 })]).amounts).toEqual([]);
  });
});

interface Given {
  readonly id: number | null;
  readonly currency: string | null;
  readonly sessions: number;
  readonly inclVatMinor?: number;
  readonly exclVatMinor?: number;
  readonly held?: number;
}

function line({ id, currency, sessions, inclVatMinor = 0, exclVatMinor = 0, held = 0 }: Given): RevenueLine {
  const total = { inclVatMinor, exclVatMinor };
  return { id, name: id === null ? null : `Tariff ${id}`, sessions, energyWh: 1_000, currency, total, held };
}

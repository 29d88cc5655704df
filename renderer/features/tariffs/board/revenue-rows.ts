import type { RevenueLine } from '#api/revenue.ts';

/** A line of the table: what one group, tariff, tenant or station took in one currency. */
export interface RevenueRow extends RevenueLine {
  readonly key: string;
  /** Of the most that a line of its currency took, from 0 to 1. */
  readonly share: number;
}

/** What all of a currency comes to. */
export interface CurrencySum {
  readonly currency: string;
  readonly inclVatMinor: number;
  readonly exclVatMinor: number;
}

/** Money is added up by currency, what else is counted for all. */
export interface RevenueTotals {
  readonly sessions: number;
  readonly energyWh: number;
  readonly held: number;
  readonly amounts: readonly CurrencySum[];
}

/** What nobody pays for has no currency: it stands with what the same group, tariff, tenant or station took, if there is any. */
export function revenueRows(lines: readonly RevenueLine[]): readonly RevenueRow[] {
  const rows = lines.filter(({ currency }) => currency !== null);
  for (const line of lines) {
    if (line.currency !== null) continue;
    const at = rows.findIndex(({ id }) => id === line.id);
    const known = rows[at];
    if (known === undefined) rows.push(line);
    else rows[at] = counted(known, line);
  }
  return rows.map((row) => {
    const most = Math.max(1, ...sameCurrency(rows, row.currency).map(({ total }) => total.inclVatMinor));
    return { ...row, key: JSON.stringify([row.id, row.currency]), share: row.total.inclVatMinor / most };
  });
}

/** The foot of the table; the currencies stand as they first appear. */
export function revenueTotals(lines: readonly RevenueLine[]): RevenueTotals {
  const currencies = new Set(lines.flatMap(({ currency }) => (currency === null ? [] : [currency])));
  return {
    sessions: sumOf(lines, ({ sessions }) => sessions),
    energyWh: sumOf(lines, ({ energyWh }) => energyWh),
    held: sumOf(lines, ({ held }) => held),
    amounts: [...currencies].map((currency) => {
      const same = sameCurrency(lines, currency);
      return {
        currency,
        inclVatMinor: sumOf(same, ({ total }) => total.inclVatMinor),
        exclVatMinor: sumOf(same, ({ total }) => total.exclVatMinor),
      };
    }),
  };
}

function counted(row: RevenueLine, free: RevenueLine): RevenueLine {
  return {
    ...row,
    sessions: row.sessions + free.sessions,
    energyWh: row.energyWh + free.energyWh,
    held: row.held + free.held,
  };
}

function sameCurrency(lines: readonly RevenueLine[], of: string | null): readonly RevenueLine[] {
  return lines.filter(({ currency }) => currency === of);
}

function sumOf(lines: readonly RevenueLine[], of: (line: RevenueLine) => number): number {
  return lines.reduce((total, line) => total + of(line), 0);
}

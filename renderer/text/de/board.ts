import type { SameKeys } from '../catalogue.ts';
import type { board as en } from '../en/board.ts';

export const board = {
  now: 'Jetzt an jeder Station für jede Gruppe',
  revenue: 'Energie und Erlöse',
  by: 'Aufgeteilt nach',
  key: { group: 'Gruppe', tariff: 'Tarif', tenant: 'Mandant', station: 'Station' },
  none: { group: 'In keiner Gruppe', tariff: 'Kein Tarif', tenant: '–', station: '–' },
  period: 'Zeitraum',
  periods: { month: 'Dieser Monat', 'last-month': 'Letzter Monat', days: 'Tage …' },
  first: 'Erster Tag',
  last: 'Letzter Tag',
  nothing: 'Keine Ladevorgänge in diesem Zeitraum.',
  sessions: 'Ladevorgänge',
  amount: 'Brutto',
  net: 'Netto',
  held: 'Zurückgehalten',
  heldCount_one: '{{count}} wartet',
  heldCount_other: '{{count}} warten',
  sum: 'Summe',
} satisfies SameKeys<typeof en>;

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
  fees: 'Monatliche Gebühren',
  feesText:
    'Eine Gebühr schuldet, wer nach einer Regel für eine Karte, einen Fahrer oder eine Nutzergruppe zahlt: für jeden Tag, an dem sie für ihn die stärkste ist. Auch vergangene Monate werden nach den heutigen Gruppen gerechnet.',
  feesApart: 'Nicht in den Erlösen oben enthalten: Die kommen allein aus Ladevorgängen.',
  month: 'Monat',
  noFees: 'Für diesen Monat schuldet niemand eine Gebühr.',
  payer: 'Zahlt',
  byRule: 'Regel: {{rule}}',
  fee: 'Gebühr',
  days: 'Tage',
  daysOf: '{{days}} von {{ofDays}}',
  owed: 'Betrag',
} satisfies SameKeys<typeof en>;

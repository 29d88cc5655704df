import type { SameKeys } from '../catalogue.ts';
import type { tariffTrials as en } from '../en/tariff-trials.ts';

export const tariffTrials = {
  example: 'Rechenbeispiel',
  exampleDay: 'Tag',
  exampleOnDate: 'ein Datum …',
  exampleDate: 'Datum',
  exampleTime: 'Eingesteckt um',
  exampleEnergy: 'Energie',
  chargingMinutes: 'Lädt, Minuten',
  idleMinutes: 'Steht voll, Minuten',
  exampleSpan: '{{from}} bis {{to}}',
  noTotal: 'Kein Preis',
  rehearsal: 'Probelauf',
  rehearsalText:
    'Rechnet die echten Ladevorgänge eines Monats nach diesem Tarif durch. Vereinbarte freie Energie zählt so, wie sie damals verbraucht wurde. Es ändert sich nichts.',
  month: 'Monat',
  whichSessions: 'Ladevorgänge',
  sessionsOf: { own: 'nach diesem Tarif', all: 'alle des Monats' },
  rehearse: 'Durchrechnen',
  noSessions: 'Kein Ladevorgang dieses Monats lässt sich vergleichen.',
  rehearsed_one: '{{count}} Ladevorgang, {{energy}}: aus {{before}} werden {{after}}.',
  rehearsed_other: '{{count}} Ladevorgänge, {{energy}}: aus {{before}} werden {{after}}.',
  rehearsedNet: 'Alle Beträge ohne Umsatzsteuer, wie die Preise des Tarifs.',
  payMore: 'Mehr zahlen würden {{more}} Personen oder Karten, weniger {{less}}.',
  byGroup: 'Nach Gruppe',
  byPayer: 'Für wen sich am meisten ändert',
  noGroup: 'In keiner Gruppe',
  who: 'Wer',
  before: 'Bisher',
  after: 'Danach',
  difference: 'Unterschied',
  leftOut_one:
    '{{count}} Ladevorgang bleibt außen vor: in Zweifel, zurückgehalten, ohne Preis, an einer Station, nach deren Uhr nicht verkauft werden darf, oder mit zweifelhaften Zeiten.',
  leftOut_other:
    '{{count}} Ladevorgänge bleiben außen vor: in Zweifel, zurückgehalten, ohne Preis, an einer Station, nach deren Uhr nicht verkauft werden darf, oder mit zweifelhaften Zeiten.',
} satisfies SameKeys<typeof en>;

import type { SameKeys } from '../catalogue.ts';
import type { offline as en } from '../en/offline.ts';

export const offline = {
  title: 'Offline-Tafel',
  intro:
    'Ist dieser Rechner jetzt aus, entscheidet jede Station allein. Hier steht, was sie nach eigenem Wort dann tut; was sie nicht gesagt hat, ist unbekannt.',
  empty: 'Noch keine Station.',
  askCard: 'Welche Stationen nehmen diese Karte?',
  column: {
    station: 'Station',
    cards: 'Karten, die gehen',
    unknownCards: 'Fremde Karten',
    freeForAll: 'Frei für alle',
    list: 'Kartenliste',
    leftOut: 'Nicht auf der Liste',
    tested: 'Erprobt',
    asked: 'Diese Karte',
    repair: 'Richten',
  },
  cards: {
    everybody: 'Jede Karte',
    list: 'Die auf ihrer Liste',
    cache: 'Die sie sich gemerkt hat',
    none: 'Keine',
    unknown: 'Unbekannt',
  },
  known: { yes: 'ja', no: 'nein', unknown: 'unbekannt' },
  listOf: 'Version {{version}} · {{used}} von {{capacity}}',
  listOfAny: 'Version {{version}} · {{used}}',
  listOld: 'nicht aktuell',
  noList: 'Keine',
  left_one: '{{count}} Karte: {{names}}',
  left_other: '{{count}} Karten: {{names}}',
  never: 'nie',
  repair: 'Richten',
  repairing: 'Unterwegs. Was daraus wird, steht hier.',
  fine: 'Alles, wie es soll',
  notKnown: 'Noch nicht bekannt',
  ask: 'Station fragen',
  asking: 'Die Station wird gefragt. Was sie sagt, steht hier.',
  away: 'Nicht verbunden',
  step: {
    'read-configuration': 'Einstellungen lesen',
    'send-list': 'Kartenliste senden',
    'set-key': '{{key}} auf {{value}} setzen',
  },
} satisfies SameKeys<typeof en>;

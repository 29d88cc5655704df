import type { SameKeys } from '../catalogue.ts';
import type { ocpi as en } from '../en/ocpi.ts';

export const ocpi = {
  start: 'Aus einer Datei (OCPI)',
  startText: 'Tarife, die ein anderes Programm ausgegeben hat.',
  title: 'Tarif aus einer Datei',
  titleText: 'Gespeichert wird erst, was Sie hinzufügen, und noch zahlt niemand danach.',
  drop: 'Datei hierher ziehen',
  choose: 'Datei wählen',
  hint: 'Tarife nach OCPI 2.2.1 oder 2.3.0 als JSON, höchstens {{megabytes}} MB',
  tooLarge: '„{{file}}“ ist größer als {{megabytes}} MB.',
  noJson: '„{{file}}“ ist kein JSON und enthält deshalb keine OCPI-Tarife.',
  found_one: 'Ein Tarif in „{{file}}“.',
  found_other: '{{count}} Tarife in „{{file}}“.',
  pick: 'Welcher?',
  named: 'Tarif {{id}}',
  unnamed: 'Tarif ohne Kennung',
  id: 'heißt in der Datei {{id}}',
  costs: 'Was er kosten wird',
  notes: 'Was hier anders ist',
  noNotes: 'Nichts fällt weg, und alles bedeutet hier dasselbe.',
  price: 'Kann ändern, was gezahlt wird',
  aside: 'Ändert keinen Preis',
  unreadable_one: 'Ein Tarif der Datei lässt sich nicht lesen:',
  unreadable_other: '{{count}} Tarife der Datei lassen sich nicht lesen:',
  add: 'Als Entwurf hinzufügen',
  element: 'Eintrag {{number}} der Datei',
  component: 'Eintrag {{number}} der Datei, {{dimension}}',
  blocks: '{{place}}: Blöcke von {{size}}',
  dimension: { energy: 'Energie', time: 'Ladezeit', parking: 'Standzeit', flat: 'Startgebühr' },
  note: {
    'step-size':
      'Hier wird nichts in Blöcken abgerechnet: Energie und Zeit werden genau so bezahlt, wie sie verbraucht wurden.',
    'net-rounding':
      'Die Preise sind ohne Steuer. Hier wird jede Zeile auf Cent gerundet, anderswo oft nur die Summe: Das kann einige Cent ausmachen.',
    'no-vat':
      'Es ist kein Steuersatz angegeben, also gilt der Preis als frei von Umsatzsteuer. Tragen Sie den Satz im Editor ein, wenn Sie sie schulden.',
    reservation: 'Preise für Reservierungen bleiben erhalten, aber hier kostet eine Reservierung nichts.',
    power:
      'Gilt nur bei bestimmter Leistung. Wie sich die Leistung während eines Ladevorgangs ändert, ist hier nicht bekannt; der Preis gilt, als passte sie immer, und was danach für dasselbe steht, gilt nie.',
    current:
      'Gilt nur bei bestimmtem Strom. Wie sich der Strom während eines Ladevorgangs ändert, ist hier nicht bekannt; der Preis gilt, als passte er immer, und was danach für dasselbe steht, gilt nie.',
    'last-minute':
      'Endet um 23:59 Uhr und gilt also nicht in der letzten Minute des Tages. Ist Mitternacht gemeint, stellen Sie im Editor das Ende auf 00:00 Uhr.',
    'unknown-restriction':
      'Fällt weg, weil es nur unter einer Bedingung gilt, die OCPI nicht kennt: {{value}}. Tragen Sie im Editor ein, was gemeint ist.',
    'dimension-lost':
      'Für {{value}} bleibt kein Preis übrig: Das wäre kostenlos. Tragen Sie im Editor einen Preis ein.',
    rounded: 'Hat mehr Nachkommastellen, als hier möglich sind, und wird gerundet: {{value}}',
    starts: 'Sollte ab {{value}} gelten. Hier gilt er, sobald Sie ihn veröffentlichen.',
    ends: 'Sollte bis {{value}} gelten. Hier gilt er, bis Sie eine andere Version veröffentlichen.',
    'other-currency':
      'Ihre anderen Preise sind in {{value}}. An einem Standort gelten Preise in einer Währung; er lässt sich deshalb hinzufügen, aber nicht veröffentlichen.',
    'dimension-twice': 'Ein zweiter Preis für dasselbe in einem Eintrag galt nie und fällt weg.',
    'not-for-reservations':
      'Ein Preis für Energie oder Standzeit während einer Reservierung galt nie und fällt weg.',
    profile: 'Ist in der Datei mit {{value}} gekennzeichnet. Hier sagen Regeln, wer danach zahlt.',
    'text-too-long': 'Der Text für Fahrer hat mehr als 250 Zeichen und fällt weg: „{{value}}“',
    'other-languages': 'Den Text für Fahrer gibt es auch in anderen Sprachen ({{value}}). Hier hat er eine.',
    'alt-url': 'Die Adresse einer Seite über den Tarif fällt weg: {{value}}',
    'energy-mix': 'Die Angabe, woher der Strom kommt, fällt weg.',
    preauthorize: 'Der Betrag, der auf einer Zahlungskarte reserviert werden soll, fällt weg: {{value}}',
    'unknown-field': 'OCPI kennt das nicht, und es fällt weg: {{value}}',
  },
  fault: {
    missing: '{{where}} fehlt.',
    'not-a': '{{where}} müsste {{wanted}} sein.',
    'unknown-word': 'In {{where}} steht „{{word}}“; das kennt OCPI dort nicht.',
    'unknown-restriction':
      '{{where}} ist eine Bedingung, die OCPI nicht kennt, und ohne sie bliebe kein Preis übrig.',
    'empty-list': '{{where}} enthält nichts, was sich bezahlen ließe.',
    'too-many': '{{where}} hat mehr als {{most}} Einträge.',
    'out-of-range': '{{where}} müsste von {{from}} bis {{to}} sein.',
  },
  wanted: {
    object: 'ein Objekt',
    list: 'eine Liste',
    number: 'eine Zahl',
    text: 'ein Text',
    'time of day': 'eine Uhrzeit wie 06:00',
    date: 'ein Tag wie 2026-01-31',
    'date and time': 'ein Tag mit Uhrzeit wie 2026-01-31T06:00:00Z',
  },
  document: 'Die Datei',
} satisfies SameKeys<typeof en>;

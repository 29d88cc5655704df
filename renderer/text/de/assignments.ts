import type { SameKeys } from '../catalogue.ts';
import type { assignments as en } from '../en/assignments.ts';

export const assignments = {
  title: { driver: 'Karten und Fahrzeuge', vehicle: 'Fahrer und Karten', card: 'Fahrer und Fahrzeuge' },
  empty: {
    driver: 'Keine Karte und kein Fahrzeug zugeordnet.',
    vehicle: 'Kein Fahrer und keine Karte zugeordnet.',
    card: 'Niemandem zugeordnet.',
  },
  what: 'Was zugeordnet wird',
  kind: { driver: 'Fahrer', vehicle: 'Fahrzeug', card: 'Karte' },
  assign: 'Zuordnen',
  assigned: '{{name}} zugeordnet.',
  forTime: 'Nur für eine Zeit',
  forGood: 'bis auf Weiteres',
  notYet: 'noch nicht',
  end: 'Beenden',
  endedNow: 'Zuordnung von {{name}} beendet.',
  move: 'Zeitraum ändern',
  moved: 'Zeitraum von {{name}} geändert.',
  endless: 'Bis auf Weiteres gelten lassen',
  remove: 'Entfernen, als wäre sie nie gewesen',
  removed: 'Zuordnung von {{name}} entfernt.',
  more: 'Mehr zu {{name}}',
  ended_one: '{{count}} beendete',
  ended_other: '{{count}} beendete',
} satisfies SameKeys<typeof en>;

import type { SameKeys } from '../catalogue.ts';
import type { logbook as en } from '../en/logbook.ts';

export const logbook = {
  title: 'Logbuch',
  empty: 'Noch nichts passiert.',
  emptyText: 'Was am Standort geschieht, schreibt sich hier von selbst auf.',
  noneMatch: 'Kein Eintrag passt.',
  level: { all: 'Alles', attention: 'Hinweise', fault: 'Störungen' },
  filterLevel: 'Einträge nach Gewicht zeigen',
  allStations: 'Ganzer Standort',
  note: 'Notiz schreiben …',
  noteAbout: 'Notiz zu {{station}} …',
  writeNote: 'Festhalten',
} satisfies SameKeys<typeof en>;

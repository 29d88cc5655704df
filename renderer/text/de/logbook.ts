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
  changesOnly: 'Nur Änderungen',
  everybody: 'Alle Personen',
  export: 'Exportieren',
  details: 'Einzelheiten zu Eintrag {{id}}',
  entryNumber: 'Eintrag {{id}}',
  supplement: 'Diesen Eintrag ergänzen …',
  checked_one:
    'Niemand hat einen Eintrag verändert: {{entries}} Eintrag geprüft, bis Nummer {{last}}, {{at}}.',
  checked_other:
    'Niemand hat einen Eintrag verändert: {{entries}} Einträge geprüft, bis Nummer {{last}}, {{at}}.',
  notChecked: 'Die Einträge werden geprüft.',
  broken:
    'Jemand hat das Logbuch verändert. Der erste Eintrag, der nicht mehr so ist, wie er geschrieben wurde: {{entry}}.',
  checkNow: 'Erneut prüfen',
} satisfies SameKeys<typeof en>;

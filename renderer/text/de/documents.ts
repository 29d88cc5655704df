import type { SameKeys } from '../catalogue.ts';
import type { documents as en } from '../en/documents.ts';

export const documents = {
  title: 'Fotos und Dokumente',
  empty: 'Noch nichts. Hier haben Typenschild, Schaltplan und Prüfprotokoll ihren Platz.',
  none: 'Keine.',
  drop: 'Fotos oder PDF hierher ziehen',
  choose: 'Dateien wählen',
  limits: 'JPEG, PNG, WebP oder PDF, je Datei höchstens {{megabytes}} MB',
  added: '{{date}} von {{who}}',
  missing: 'Lässt sich nicht anzeigen.',
  download: 'Herunterladen',
  downloadNamed: '{{name}} herunterladen',
  remove: '{{name}} entfernen',
  removed: '{{name}} entfernt.',
  waiting: 'Wartet',
  sending: 'Wird hinzugefügt …',
  tooLarge: 'Größer als {{megabytes}} MB: nicht hinzugefügt.',
  dismiss: '{{name}} ausblenden',
  retry: '{{name}} noch einmal hinzufügen',
} satisfies SameKeys<typeof en>;

import type { SameKeys } from '../catalogue.ts';
import type { requests as en } from '../en/requests.ts';

export const requests = {
  open: 'Als API-Aufruf kopieren',
  title: 'Was Sie gerade getan haben, als API-Aufrufe',
  lead: 'Ein Programm tut mit diesen Aufrufen dasselbe. $TOKEN ist das Zugriffstoken eines Programms; Passwörter sind weggelassen.',
  none: 'Seit diese Seite offen ist, haben Sie noch nichts geändert.',
  done: '{{time}} Uhr · {{status}}',
  refused: '{{time}} Uhr · abgelehnt ({{status}})',
} satisfies SameKeys<typeof en>;

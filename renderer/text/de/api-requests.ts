import type { SameKeys } from '../catalogue.ts';
import type { apiRequests as en } from '../en/api-requests.ts';

export const apiRequests = {
  at: 'Zeit',
  client: 'Programm',
  request: 'Anfrage',
  method: 'Methode',
  path: 'Pfad',
  status: 'Antwort',
  took: 'Dauer',
  ms: '{{ms}} ms',
  address: 'Von',
  allClients: 'Alle Programme',
  unknown: 'unbekannt',
  show: 'Welche Anfragen',
  all: 'Alle',
  failed: 'Nur abgelehnte',
  live: 'Läuft von selbst mit. Die letzten 10.000 Anfragen werden behalten, ohne ihren Inhalt.',
  why: 'Grund',
  code: 'Code',
  ofClient: 'Alle Anfragen dieses Programms',
  noneTitle: 'Noch hat kein Programm etwas gefragt.',
  noneText: 'Hier steht jede Anfrage eines Programms und was es zur Antwort bekam.',
  noneMatch: 'Keine Anfrage passt.',
  gone: 'Diese Anfrage ist nicht mehr in der Liste.',
} satisfies SameKeys<typeof en>;

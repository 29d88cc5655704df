import type { SameKeys } from '../catalogue.ts';
import type { clients as en } from '../en/clients.ts';

export const clients = {
  nameHint: 'Welches Programm es ist, etwa SAP.',
  id: 'Kennung (client_id)',
  permissions: 'Darf',
  permissionsNeeded: 'Wählen Sie mindestens eines.',
  origins: 'Webseiten, die fragen dürfen',
  originsHint: 'Nur für Seiten im Browser: ihre Herkunft, etwa https://erp.example. Enter fügt eine hinzu.',
  originWrong: '„{{origin}}“ ist keine Herkunft. Schreiben Sie sie wie https://erp.example:8443, ohne Pfad.',
  lastUse: 'Zuletzt benutzt',
  never: 'nie',
  secretsNow: 'Gültiges Geheimnis',
  madeAt: 'vom {{at}}',
  oldUntil: 'Das alte Geheimnis gilt bis {{at}}',
  wasMade: 'Neues Geheimnis für {{name}}',
  renewTitle: 'Neues Geheimnis für {{name}}?',
  renewText: 'Das alte gilt weiter, während Sie das neue im Programm eintragen.',
  renewAtOnce:
    'Das Programm ist ausgesperrt, bis es das neue Geheimnis hat. Richtig, wenn andere das alte kennen.',
  oldCounts: 'Das alte Geheimnis gilt noch',
  overlap: { now: 'gar nicht', hour: 'eine Stunde', day: 'einen Tag', week: 'eine Woche', month: '30 Tage' },
  requests: 'Seine Anfragen',
  noneTitle: 'Noch benutzt kein Programm die API.',
  noneText:
    'Ein ERP holt Ladevorgänge und hält Fahrer und Karten aktuell, mit einem eigenen Zugang für das, was Sie auswählen, und sonst nichts.',
} satisfies SameKeys<typeof en>;

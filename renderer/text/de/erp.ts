import type { SameKeys } from '../catalogue.ts';
import type { erp as en } from '../en/erp.ts';

export const erp = {
  title: 'API & ERP',
  tab: {
    clients: 'Programme',
    webhooks: 'Webhooks',
    issuers: 'Aussteller',
    requests: 'Anfragen',
    docs: 'Dokumentation',
  },
  add: {
    clients: 'Programm anlegen',
    webhooks: 'Webhook anlegen',
    issuers: 'Aussteller vertrauen',
  },
  name: 'Name',
  node: 'Mandant',
  nodeHint: 'Es reicht über diesen Mandanten und alles darunter.',
  state: 'Zustand',
  addedBy: 'Angelegt',
  addedByWhom: '{{at}} von {{name}}',
  active: 'Aktiv',
  disabled: 'Abgeschaltet',
  disable: 'Abschalten',
  enable: 'Einschalten',
  wasAdded: '{{name}} angelegt',
  wasSaved: '{{name}} gespeichert',
  wasDisabled: '{{name}} abgeschaltet',
  wasEnabled: '{{name}} eingeschaltet',
  wasRemoved: '{{name}} entfernt',
  secret: 'Geheimnis',
  secretOnce:
    'Das Geheimnis wird nur jetzt gezeigt. Tragen Sie es in den Einstellungen des Programms ein; hier kann es niemand mehr lesen.',
  secretDone: 'Ich habe es aufbewahrt',
  newSecret: 'Neues Geheimnis',
  docs: {
    lead: 'Alles, was diese Seiten können, kann die API. Die Seiten benutzen nichts anderes.',
    reference: 'Dokumentation lesen',
    referenceText: 'Alle Anfragen mit Feldern und Fehlern. An Bord, auch ohne Internet.',
    openapi: 'OpenAPI-Dokument',
    discovery: 'Für OAuth-Bibliotheken',
    addresses: 'Adressen',
    here: 'Auf diesem Computer',
    lan: 'Im Netzwerk',
    lanClosed: 'Das Programm antwortet nur auf diesem Computer.',
    openLan: 'Im Netzwerk öffnen',
    lanRoot:
      'Im Netzwerk spricht es HTTPS mit einem Zertifikat des Standorts. Programme prüfen es mit dem Stammzertifikat.',
    root: 'Stammzertifikat herunterladen',
    firstTitle: 'Eine erste Anfrage',
    firstText:
      'Mit Kennung und Geheimnis holt sich ein Programm ein Token und zeigt es bei jeder Anfrage vor. Ein Token gilt zehn Minuten; danach holt es sich das nächste.',
    getToken: 'Token holen',
    ask: 'Damit fragen',
    more: 'Gut zu wissen',
    idempotency:
      'Eine Änderung mit „Idempotency-Key“ geschieht einmal, wie oft die Anfrage auch wiederholt wird.',
    etag: 'Antworten haben ein „ETag“. Eine Änderung mit „If-Match“ wird abgelehnt, wenn jemand schneller war.',
    cursor: 'Lange Listen kommen seitenweise: „next“ als „cursor“ zurückgeben, bis es null ist.',
    problem:
      'Was nicht geht, wird mit einem Problemdokument beantwortet (RFC 9457). Dessen „code“ ändert seine Bedeutung nie.',
    browser:
      'Auch die Webseite eines anderen Servers darf fragen, wenn ein Programm ihre Herkunft nennt. Das Token holt ihr Server für sie.',
    signature:
      'Webhooks sind nach Standard Webhooks signiert: HMAC-SHA256 über „webhook-id.webhook-timestamp.body“, mit dem Geheimnis nach „whsec_“, aus Base64 entschlüsselt.',
  },
} satisfies SameKeys<typeof en>;

import type { SameKeys } from '../catalogue.ts';
import type { commissioning as en } from '../en/commissioning.ts';

export const commissioning = {
  title: 'Inbetriebnahme',
  tab: { connect: 'Verbinden', messages: 'Nachrichten' },
  doorTitle: 'An der Tür',
  doorText: 'Alle, die den Port für Stationen öffnen, vom ersten Byte an, und wie weit sie kamen.',
  doorEmpty: 'Hört zu. Noch niemand war da.',
  doorAll: 'Alle',
  doorProblems: 'Nicht hereingelassen',
  doorShow: 'Zeigen',
  doorTotal_one: '{{count}} Besuch seit dem Programmstart',
  doorTotal_other: '{{count}} Besuche seit dem Programmstart',
  doorMore: 'Alle aufgehobenen zeigen',
  times: '{{count}}-mal',
  path: 'wollte zu {{path}}',
  offers: 'bot {{protocols}} an',
  withTls: 'mit TLS',
  door: {
    admitted: 'Hereingelassen.',
    'fetched-file': 'Holte das Stammzertifikat.',
    'said-nothing':
      'Öffnete den Port und sagte nichts. Der Weg hierher stimmt; prüfen Sie die Adresse in der Station, vor allem, ob sie mit ws:// oder wss:// beginnt.',
    'gave-up':
      'Begann die Verbindung und gab auf halbem Weg auf. Prüfen Sie Kabel, WLAN oder Mobilfunk an der Station.',
    'tls-at-plain-port':
      'Spricht TLS am Port ohne TLS. Tragen Sie die Adresse mit ws:// ein, oder nehmen Sie den Port für wss://.',
    'plain-at-tls-port':
      'Spricht ohne TLS am Port mit TLS. Tragen Sie die Adresse mit wss:// ein, oder nehmen Sie den Port für ws://.',
    'tls-too-old':
      'Bietet nur TLS vor 1.2 an, das nichts schützt. Erneuern Sie die Firmware, oder verbinden Sie die Station mit ws://.',
    'certificate-not-trusted':
      'Legte auf, als sie unser Zertifikat sah. Installieren Sie das Stammzertifikat des Standorts in der Station.',
    'tls-failed': 'Hat mit diesem Programm keine Verschlüsselung gemeinsam. Erneuern Sie die Firmware.',
    'no-upgrade':
      'Kam mit einer gewöhnlichen Web-Anfrage, wie Browser und OCPP über SOAP. Stellen Sie die Station auf OCPP 1.6 J (JSON, WebSocket).',
    'no-http':
      'Spricht ein ganz anderes Protokoll. Stellen Sie die Station auf OCPP 1.6 J (JSON, WebSocket).',
    'path-without-id': 'Kam ohne Kennung. Hängen Sie sie in der Station an die Adresse an, hinter /ocpp/.',
    'path-id-twice':
      'Hängt ihre Kennung selbst an und hat nun zwei. Tragen Sie die Adresse so ein, dass sie mit /ocpp/ endet.',
    'oversized-frame':
      'Ihre erste Nachricht war viel zu lang, die Verbindung wurde getrennt. Starten Sie die Station neu; bleibt es so, sagen Sie es dem Hersteller.',
  },
} satisfies SameKeys<typeof en>;

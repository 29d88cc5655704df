import type { SameKeys } from '../catalogue.ts';
import type { settings as en } from '../en/settings.ts';

export const settings = {
  title: 'Einstellungen',
  site: 'Standort',
  siteName: 'Name des Standorts',
  language: 'Sprache',
  languageHint: 'Von Dokumenten und neuen Fenstern. Jedes Fenster kann oben eine eigene wählen.',
  region: 'Region',
  regionHint: 'Wie Zahlen und Daten geschrieben werden.',
  timeZone: 'Zeitzone',
  access: 'Wer laden darf',
  everybody: 'Jeder',
  everybodyText:
    'Jede Karte wird angenommen, bekannt oder nicht. Wer geladen hat, wird trotzdem festgehalten.',
  knownCards: 'Nur bekannte Karten',
  knownCardsText:
    'Stationen fragen uns bei jeder Karte. Unbekannte, gesperrte und abgelaufene werden abgelehnt.',
  testTool: 'Testwerkzeug-Modus',
  testToolText: 'Nur für Prüfwerkzeuge: Stationen werden nichts gefragt, was nicht ein Mensch gefragt hat.',
  testToolForced: 'Das Programm wurde im Testwerkzeug-Modus gestartet.',
  network: 'Netzwerk',
  ocppPort: 'Port für Stationen',
  uiPort: 'Port dieser Seite',
  interfaces: 'Adressen für Stationen',
  lanOpen: 'Diese Seite im lokalen Netz öffnen',
  lanText:
    'Andere Rechner und Telefone in Ihrem Netz können dann die Anmeldeseite öffnen. Stationen brauchen das nicht. Die Verbindung ist verschlüsselt. Der Browser warnt, bis das Stammzertifikat dieses Standorts auf dem Gerät installiert ist.',
  lanUrls: 'Erreichbar unter',
  lanTargets: 'Wohin dieses Programm in Ihrem Netzwerk senden darf',
  lanTargetsText:
    'Für Webhooks und die Schlüssel von Ausstellern: Adressen oder Netze, etwa 192.168.1.20 oder 192.168.1.0/24. Alles im Internet ist ohnehin erlaubt.',
  lanTargetWrong: '„{{target}}“ kann nicht erlaubt werden: nur Adressen und Netze Ihres eigenen Netzwerks.',
  account: 'Konto',
  passwordCurrent: 'Jetziges Passwort',
  passwordNext: 'Neues Passwort',
  passwordChange: 'Passwort ändern',
  passwordChanged: 'Passwort geändert. Andere Fenster sind abgemeldet.',
  passwordWrong: 'Das jetzige Passwort ist falsch.',
  export: 'Alles mitnehmen',
  exportText:
    'Alle Stationen, Personen, Fahrer, Karten, Ladevorgänge, Nachrichten, Einstellungen und Dateien als ein ZIP mit Tabellen, die jedes Programm lesen kann. Kennwörter und Schlüssel sind nicht darin.',
  exportAll: 'Alles exportieren',
  about: 'Über Ladehaus',
  version: 'Version',
  apiDocs: 'API-Dokumentation',
  openApi: 'OpenAPI-Beschreibung',
  dataFolder: 'Datenordner öffnen',
  dataFolderFailed: 'Dieser Computer hat kein Programm, das Ordner zeigt.',
  aboutText: 'Betreibt Ihre Ladestationen auf diesem Rechner, ohne jede Cloud.',
  saved: 'Gespeichert',
} satisfies SameKeys<typeof en>;

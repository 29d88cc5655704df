import type { SameKeys } from '../catalogue.ts';
import type { address as en } from '../en/address.ts';

export const address = {
  make: 'Fabrikat der Station',
  otherMake: 'Ein anderes',
  protection: 'Schutz der Verbindung',
  ws: 'ws:// (offen)',
  wss: 'wss:// (TLS)',
  wssHint:
    'Die Station muss das Stammzertifikat des Standorts kennen: Laden Sie es in den Einstellungen herunter, und installieren Sie es zuerst in der Station.',
  enter: 'Das als Adresse eintragen',
  mostly: 'Die meisten Stationen: Sie hängen ihre Kennung selbst an',
  withIdentity: 'Stationen, die nichts anhängen',
  withoutScheme: 'Stationen, die den Anfang selbst davorsetzen',
  identity: 'KENNUNG',
  host: 'Server oder Domain',
  port: 'Port',
  path: 'Pfad',
  qr: 'QR-Code von {{address}}',
  networks: 'Netze dieses Rechners',
  stations_one: '{{count}} Station kommt hierher',
  stations_other: '{{count}} Stationen kommen hierher',
  hint: {
    added:
      'Dieses Fabrikat hängt seine Kennung selbst an, soweit wir wissen. Kommt sie nicht herein, sehen Sie an der Tür nach.',
    entered: 'Ersetzen Sie KENNUNG durch die Kennung der Station.',
    parts:
      'Dieses Fabrikat hat für jeden Teil ein Feld, soweit wir wissen, und hängt seine Kennung selbst an.',
    'without-scheme':
      'Dieses Fabrikat setzt ws:// davor und seine Kennung dahinter, beides von selbst, soweit wir wissen.',
  },
  kind: {
    cable: 'Kabel',
    radio: 'WLAN',
    virtual: 'nur in diesem Rechner',
    tunnel: 'Tunnel (VPN)',
    loopback: 'nur dieser Rechner',
    other: 'Netz',
  },
  origin: {
    fixed: 'Diese Adresse ist fest. Stationen finden sie auch morgen.',
    dhcp: 'Diese Adresse hat ein Router verliehen (DHCP), sie kann sich ändern. Lassen Sie den Router diesem Rechner immer dieselbe geben, oder stellen Sie sie von Hand ein.',
    'self-assigned':
      'Diese Adresse hat sich der Rechner selbst gegeben, weil kein Router es tat. Stationen finden sie kaum: Prüfen Sie das Kabel, oder stellen Sie eine Adresse von Hand ein.',
    loopback: 'Diese Adresse erreicht nur dieser Rechner selbst. Stationen brauchen eine in einem Netz.',
    unknown:
      'Ob diese Adresse fest ist, lässt sich nicht erkennen. Sorgen Sie dafür: im Router oder in den Netzwerkeinstellungen dieses Rechners.',
  },
  changed_one:
    'Seit {{time}} hat dieser Rechner die Adresse {{to}} statt {{from}}. {{count}} Station hat noch die alte: Tragen Sie dort die neue ein, oder geben Sie diesem Rechner die alte zurück.',
  changed_other:
    'Seit {{time}} hat dieser Rechner die Adresse {{to}} statt {{from}}. {{count}} Stationen haben noch die alte: Tragen Sie dort die neue ein, oder geben Sie diesem Rechner die alte zurück.',
} satisfies SameKeys<typeof en>;

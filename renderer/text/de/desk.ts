import type { SameKeys } from '../catalogue.ts';
import type { desk as en } from '../en/desk.ts';

export const desk = {
  title: 'Service',
  search: 'Wer ruft an? Name, Kennzeichen, Karte oder Station',
  hint: 'Tippen Sie einen Teil eines Namens, ein Kennzeichen, eine Kartennummer oder eine Station. Was Sie wissen müssen, steht sofort hier.',
  nothing: 'Niemand und nichts mit diesem Namen.',
  kind: { driver: 'Fahrer', vehicle: 'Fahrzeug', card: 'Karte', station: 'Station' },
  what: {
    charging: 'Lädt an {{place}} seit {{at}}',
    charged: 'Lud an {{place}}, {{at}}',
    accepted: 'Karte angenommen an {{place}}, {{at}}',
    refused: 'Karte abgelehnt an {{place}}, {{at}}',
  },
  nowhere: 'War zuletzt an keiner Station.',
  phone: 'Telefon',
  costCentre: 'Kostenstelle',
  cards: 'Karten',
  vehicles: 'Fahrzeuge',
  drivers: 'Fahrer',
  lately: 'Zuletzt',
  station: 'Station, um die es geht',
  chooseStation: 'Wählen Sie die Station, um die es geht.',
  card: 'Karte {{card}}: {{verdict}}',
  orders: 'Was getan wurde',
  keys: 'R neu starten · U entriegeln · S starten oder beenden · N Notiz',
  note: 'Notiz zu diesem Anruf',
  save: 'Notiz speichern',
  saved: 'Notiz gespeichert.',
  call: '{{at}} Anruf {{who}}: {{cause}}',
  did: {
    reset: 'Neu gestartet.',
    unlock: 'Entriegelt.',
    'remote-start': 'Laden gestartet.',
    'remote-stop': 'Laden beendet.',
  },
} satisfies SameKeys<typeof en>;

import type { SameKeys } from '../catalogue.ts';
import type { vehicles as en } from '../en/vehicles.ts';

export const vehicles = {
  search: 'Kennzeichen, Name oder Hersteller',
  empty: 'Noch keine Fahrzeuge.',
  emptyText: 'Mit Fahrzeugen wissen Sie, welcher Transporter geladen hat, wer auch immer ihn fuhr.',
  vehicle: 'Fahrzeug',
  plate: 'Kennzeichen',
  label: 'Name',
  nameless: 'Ein Kennzeichen oder ein Name muss sein.',
  make: 'Hersteller',
  model: 'Modell',
  makeAndModel: 'Hersteller und Modell',
  battery: 'Batterie',
  acPower: 'Höchste AC-Leistung',
  phases: 'Phasen',
  vid: 'Eigene Nummer des Fahrzeugs (VID)',
  vidHint: 'Woran eine Station, die das kann, das Auto ohne Karte erkennt.',
  odometer: 'Kilometerstand',
  reading: 'Stand',
  writeDown: 'Eintragen',
  km: '{{km}} km',
  allReadings: 'Alle {{count}} Stände zeigen',
} satisfies SameKeys<typeof en>;

import type { ImportKind } from './import-kind.ts';
import type { Values } from './row-values.ts';

/**
 * Two rows of a list as one that is imported may look, in the fields that an import reads. They name no group and no
 * tenant, so that they come in anywhere.
 */
export function exampleRows(kind: ImportKind, language: 'de' | 'en'): readonly Values[] {
  return ROWS[kind].map(({ same, de, en }) => ({ ...same, ...(language === 'de' ? de : en) }));
}

interface ExampleRow {
  readonly same: Values;
  readonly de: Values;
  readonly en: Values;
}

const DRIVERS: readonly ExampleRow[] = [
  {
    same: { email: 'ada@example.org', phone: '+49 711 1234567', contract: 'V-2041', blocked: 'no' },
    de: { name: 'Ada Beispiel', costCentre: 'Vertrieb', note: 'Fährt den Poolwagen' },
    en: { name: 'Ada Example', costCentre: 'Sales', note: 'Drives the pool car' },
  },
  {
    same: { email: 'ben@example.org', contract: 'V-2042', expiresOn: '2030-12-31', blocked: 'no' },
    de: { name: 'Ben Beispiel', costCentre: 'Werkstatt' },
    en: { name: 'Ben Example', costCentre: 'Workshop' },
  },
];

const CARDS: readonly ExampleRow[] = [
  {
    same: { uid: '04A2B8C1D2E380', email: 'ada@example.org', plate: 'S-AB 123E', blocked: 'no' },
    de: { label: 'Karte 1', driver: 'Ada Beispiel', make: 'VW', model: 'ID.3' },
    en: { label: 'Card 1', driver: 'Ada Example', make: 'VW', model: 'ID.3' },
  },
  {
    same: { uid: '04A2B8C1D2E381', email: 'ben@example.org', expiresOn: '2030-12-31', maxConcurrent: '2' },
    de: { label: 'Karte 2', driver: 'Ben Beispiel', blocked: 'no' },
    en: { label: 'Card 2', driver: 'Ben Example', blocked: 'no' },
  },
];

const VEHICLES: readonly ExampleRow[] = [
  {
    same: { plate: 'S-AB 123E', make: 'VW', model: 'ID.3', battery: '58', acPower: '11', phases: '3' },
    de: { label: 'Poolwagen', odometer: '12500', blocked: 'no' },
    en: { label: 'Pool car', odometer: '12500', blocked: 'no' },
  },
  {
    same: { plate: 'S-AB 124E', make: 'Renault', model: 'Kangoo', battery: '45', acPower: '22', phases: '3' },
    de: { label: 'Lieferwagen', vid: 'VID:001A2B3C4D5E', blocked: 'no' },
    en: { label: 'Van', vid: 'VID:001A2B3C4D5E', blocked: 'no' },
  },
];

const STATIONS: readonly ExampleRow[] = [
  {
    same: { vendor: 'Example', model: 'AC 22', serialNumber: 'SN-0001', powerClass: 'AC', maxPower: '22' },
    de: { identity: 'HOF-01', name: 'Hof links', location: 'Hof, Stellplatz 1', installedOn: '2026-03-02' },
    en: { identity: 'YARD-01', name: 'Yard left', location: 'Yard, bay 1', installedOn: '2026-03-02' },
  },
  {
    same: { vendor: 'Example', model: 'DC 50', serialNumber: 'SN-0002', powerClass: 'DC', maxPower: '50' },
    de: {
      identity: 'HOF-02',
      name: 'Hof rechts',
      location: 'Hof, Stellplatz 2',
      warrantyUntil: '2030-12-31',
    },
    en: { identity: 'YARD-02', name: 'Yard right', location: 'Yard, bay 2', warrantyUntil: '2030-12-31' },
  },
];

const ROWS: Readonly<Record<ImportKind, readonly ExampleRow[]>> = {
  drivers: DRIVERS,
  cards: CARDS,
  vehicles: VEHICLES,
  stations: STATIONS,
};

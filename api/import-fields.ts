import { words } from './schema.ts';

export const IMPORT_KINDS = ['drivers', 'cards', 'vehicles', 'stations'] as const;
export const ImportKind = words(IMPORT_KINDS);
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The fields of each kind that a column can fill, in the order of an export. */
export const IMPORT_FIELDS = {
  drivers: [
    'name',
    'email',
    'phone',
    'costCentre',
    'contract',
    'groups',
    'tenant',
    'validFrom',
    'expiresOn',
    'blocked',
    'note',
  ],
  cards: [
    'uid',
    'label',
    'holder',
    'groups',
    'tenant',
    'validFrom',
    'expiresOn',
    'blocked',
    'maxConcurrent',
    'parentTag',
    'driver',
    'email',
    'phone',
    'costCentre',
    'contract',
    'plate',
    'make',
    'model',
  ],
  vehicles: [
    'plate',
    'label',
    'make',
    'model',
    'battery',
    'acPower',
    'phases',
    'vid',
    'groups',
    'tenant',
    'odometer',
    'blocked',
    'note',
  ],
  stations: [
    'identity',
    'name',
    'vendor',
    'model',
    'serialNumber',
    'location',
    'groups',
    'tenant',
    'powerClass',
    'maxPower',
    'sim',
    'installedOn',
    'warrantyUntil',
    'replaces',
    'note',
  ],
} as const satisfies Readonly<Record<ImportKind, readonly string[]>>;
export type ImportFieldKey = (typeof IMPORT_FIELDS)[ImportKind][number];

/** A row is known by these: one of them at least has to be filled by a column. */
export const IMPORT_KEY_FIELDS = {
  drivers: ['name'],
  cards: ['uid'],
  vehicles: ['plate', 'label'],
  stations: ['identity'],
} as const satisfies Readonly<Record<ImportKind, readonly ImportFieldKey[]>>;

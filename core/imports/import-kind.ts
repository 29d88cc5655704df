/** What a file can bring in. */
export const IMPORT_KINDS = ['drivers', 'cards', 'vehicles', 'stations'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How a cell is read. */
export type FieldType =
  | { readonly as: 'uid' }
  | { readonly as: 'identity' }
  /** Words; what looks like a number is one. */
  | { readonly as: 'text'; readonly most: number; readonly lines?: boolean }
  /** A number that is none: contracts, cost centres, serial numbers. Spreadsheets spoil them as they do UIDs. */
  | { readonly as: 'code'; readonly most: number }
  | { readonly as: 'email' }
  | { readonly as: 'phone' }
  | { readonly as: 'plate' }
  | { readonly as: 'day' }
  | { readonly as: 'truth' }
  | {
      readonly as: 'number';
      readonly unit: 'kWh' | 'kW' | 'km' | '';
      readonly from: number;
      readonly to: number;
    }
  | { readonly as: 'count' }
  | { readonly as: 'power-class' }
  | { readonly as: 'names' };

export interface ImportField {
  readonly key: string;
  readonly type: FieldType;
  readonly required?: boolean;
}

const name = { as: 'text', most: 100 } as const;
const note = { as: 'text', most: 4_000, lines: true } as const;
const names = { as: 'names' } as const;
const day = { as: 'day' } as const;
const code = { as: 'code', most: 60 } as const;

/** The fields of each kind, in the order of columns of an export. */
export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  drivers: [
    { key: 'name', type: name, required: true },
    { key: 'email', type: { as: 'email' } },
    { key: 'phone', type: { as: 'phone' } },
    { key: 'costCentre', type: code },
    { key: 'contract', type: code },
    { key: 'groups', type: names },
    { key: 'tenant', type: names },
    { key: 'validFrom', type: day },
    { key: 'expiresOn', type: day },
    { key: 'blocked', type: { as: 'truth' } },
    { key: 'note', type: note },
  ],
  cards: [
    { key: 'uid', type: { as: 'uid' }, required: true },
    { key: 'label', type: name },
    { key: 'holder', type: name },
    { key: 'groups', type: names },
    { key: 'tenant', type: names },
    { key: 'validFrom', type: day },
    { key: 'expiresOn', type: day },
    { key: 'blocked', type: { as: 'truth' } },
    { key: 'maxConcurrent', type: { as: 'count' } },
    { key: 'parentTag', type: { as: 'code', most: 20 } },
    { key: 'driver', type: name },
    { key: 'email', type: { as: 'email' } },
    { key: 'phone', type: { as: 'phone' } },
    { key: 'costCentre', type: code },
    { key: 'contract', type: code },
    { key: 'plate', type: { as: 'plate' } },
    { key: 'make', type: name },
    { key: 'model', type: name },
  ],
  vehicles: [
    // A vehicle that has no plate is known by its label.
    { key: 'plate', type: { as: 'plate' } },
    { key: 'label', type: name },
    { key: 'make', type: name },
    { key: 'model', type: name },
    { key: 'battery', type: { as: 'number', unit: 'kWh', from: 1, to: 2_000 } },
    { key: 'acPower', type: { as: 'number', unit: 'kW', from: 1, to: 100 } },
    { key: 'phases', type: { as: 'number', unit: '', from: 1, to: 3 } },
    { key: 'vid', type: { as: 'code', most: 36 } },
    { key: 'groups', type: names },
    { key: 'tenant', type: names },
    { key: 'odometer', type: { as: 'number', unit: 'km', from: 0, to: 3_000_000 } },
    { key: 'blocked', type: { as: 'truth' } },
    { key: 'note', type: note },
  ],
  stations: [
    { key: 'identity', type: { as: 'identity' }, required: true },
    { key: 'name', type: name },
    { key: 'vendor', type: name },
    { key: 'model', type: name },
    { key: 'serialNumber', type: code },
    { key: 'location', type: { as: 'text', most: 200 } },
    { key: 'groups', type: names },
    { key: 'tenant', type: names },
    { key: 'powerClass', type: { as: 'power-class' } },
    { key: 'maxPower', type: { as: 'number', unit: 'kW', from: 0.1, to: 2_000 } },
    { key: 'sim', type: code },
    { key: 'installedOn', type: day },
    { key: 'warrantyUntil', type: day },
    { key: 'replaces', type: { as: 'text', most: 48 } },
    { key: 'note', type: note },
  ],
};

export function importField(kind: ImportKind, key: string): ImportField | null {
  return IMPORT_FIELDS[kind].find((field) => field.key === key) ?? null;
}

import {
  IMPORT_FIELDS,
  IMPORT_KEY_FIELDS,
  type ImportFieldKey,
  type ImportKind,
} from '#api/import-fields.ts';
import type { ImportDraft } from '#api/imports.ts';

/** The fields that a file fills, in the order of its columns. */
export function mappedFields(kind: ImportKind, mapping: ImportDraft['mapping']): readonly ImportFieldKey[] {
  const columnOf = (field: string) => mapping[field] ?? 0;
  return IMPORT_FIELDS[kind]
    .filter((field) => field in mapping)
    .toSorted((a, b) => columnOf(a) - columnOf(b));
}

/** Whether there is a column by which a row is known. */
export function hasKey(kind: ImportKind, mapping: ImportDraft['mapping']): boolean {
  return IMPORT_KEY_FIELDS[kind].some((field) => field in mapping);
}

/** The field as one of those of its kind; null for what is none. */
export function fieldOf(kind: ImportKind, key: string | null): ImportFieldKey | null {
  return IMPORT_FIELDS[kind].find((field) => field === key) ?? null;
}

/** A field gets another column; what this column filled before it fills no longer. Null: nothing. */
export function remapped(
  mapping: ImportDraft['mapping'],
  column: number,
  field: string | null,
): ImportDraft['mapping'] {
  const others = Object.entries(mapping).filter(([key, taken]) => taken !== column && key !== field);
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}

/** A column without a title, by its letter as in a spreadsheet: `A`, `AB`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnLetter(Math.floor(index / 26) - 1)}${last}`;
}

import { HEADER_NAMES } from './header-names.ts';
import { IMPORT_FIELDS, type ImportKind } from './import-kind.ts';

/** Which column fills which field, by the field's key. */
export type Mapping = Readonly<Record<string, number>>;

/** Which column is probably which field. Each column fills one field at most. */
export function guessMapping(kind: ImportKind, headers: readonly string[]): Mapping {
  const plain = headers.map(plainHeader);
  const wishes = IMPORT_FIELDS[kind].flatMap(({ key }) =>
    plain.flatMap((header, column) => {
      const rank = rankOf(header, HEADER_NAMES[key]?.split(' ') ?? []);
      return rank === null ? [] : [{ key, column, rank }];
    }),
  );
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  for (const { key, column } of wishes.toSorted((a, b) => a.rank - b.rank)) {
    if (key in mapping || taken.has(column)) continue;
    mapping[key] = column;
    taken.add(column);
  }
  return mapping;
}

/** How many titles of a row are names of fields: the row where most are is the header. */
export function headerLikeness(kind: ImportKind, cells: readonly string[]): number {
  return Object.keys(guessMapping(kind, cells)).length;
}

/** Titles that differ in case, blanks and signs only are the same: by these a kept mapping is found again. */
export function plainHeader(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Null for a title that has nothing of the names; a title that is one goes before one that contains it. */
function rankOf(header: string, names: readonly string[]): number | null {
  if (header === '') return null;
  const exact = names.indexOf(header);
  if (exact >= 0) return exact;
  const inside = names.findIndex((name) => name.length > 3 && header.includes(name));
  return inside >= 0 ? CONTAINED + inside : null;
}

const CONTAINED = 100;

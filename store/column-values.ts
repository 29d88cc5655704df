import { type RawBuilder, sql } from 'kysely';
/** Reads a JSON column that this program wrote: the store's own parsing edge, trusted as its typed columns are. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** Reads a text column whose words this program wrote from a closed list. */
export function fromWord<T extends string>(text: string): T {
  return text as T;
}

/** Gives a stored value its unit, identity or form again, and leaves what is unknown unknown. */
export function orNull<V extends number | string, T>(value: V | null, make: (value: V) => T): T | null {
  return value === null ? null : make(value);
}

/** The same without accents, as lists are sorted and searched: "Özdemir" stands under O and is found by "ozdemir". */
export function plain(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** Most texts have no accents. */
const ASCII = /^[\x20-\x7E]*$/;

/** The spelling in which names are compared when somebody searches. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Whether a column (with a plus sign before it, where its index is of no use) is one of some values. They go as one
 * parameter: there may be more than SQLite has places for.
 */
export function isOneOf(column: string, values: readonly (string | number)[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.raw(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

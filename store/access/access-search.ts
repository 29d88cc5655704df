import { type RawBuilder, sql } from 'kysely';
import type { GroupId, TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { plain } from '../column-values.ts';

/** What lists of drivers, vehicles and cards can be narrowed by. */
export interface AccessFilter {
  /** The nodes whose things are meant; null for all. */
  readonly tenantIds: readonly TenantId[] | null;
  readonly groupId?: GroupId;
  /** Words that must all be found, and things that fit however they are written. */
  readonly search?: AccessSearch;
}

export interface AccessSearch {
  readonly text: string;
  /** Found by a number that the text is a spelling of. */
  readonly ids: readonly number[];
}

/** Where a page ended: the next one begins behind this thing. */
export interface AccessCursor {
  readonly name: string;
  readonly id: number;
}

export interface AccessPageWish {
  readonly cursor?: AccessCursor;
  readonly limit: number;
}

export interface AccessPage<Thing> {
  readonly items: readonly Thing[];
  /** Null on the last page. */
  readonly next: AccessCursor | null;
}

export type Condition = RawBuilder<boolean>;

/** The filter as conditions on the columns that drivers, vehicles and cards have in common. */
export function filterConditions(filter: AccessFilter, table: string): readonly Condition[] {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const conditions: Condition[] = [];
  if (filter.tenantIds !== null)
    conditions.push(
      sql<boolean>`${column('tenant_id')} in (select value from json_each(${JSON.stringify(filter.tenantIds)}))`,
    );
  if (filter.groupId !== undefined)
    // Cheaper than to read the JSON of every row.
    conditions.push(
      sql<boolean>`instr(replace(replace(${column('group_ids_json')}, '[', ','), ']', ','), ${`,${filter.groupId},`}) > 0`,
    );
  return conditions;
}

/** All words of a search in one of the texts, or one of its numbers. */
export function searchCondition(
  { text, ids }: AccessSearch,
  { id, texts }: { readonly id: RawBuilder<number>; readonly texts: readonly RawBuilder<string>[] },
): Condition {
  const words = wordsOf(text).map((word) => anyOf(texts.map((one) => hasWord(one, word))));
  return sql<boolean>`(${allOf(words)} or ${id} in (select value from json_each(${JSON.stringify(ids)})))`;
}

function wordsOf(text: string): readonly string[] {
  return plain(text).split(/\s+/).filter(Boolean);
}

/** Plates are searched as they are spoken, too. */
function hasWord(column: RawBuilder<string>, word: string): Condition {
  const spoken = word.replaceAll('-', '');
  const ways = spoken === word || spoken === '' ? [word] : [word, spoken];
  return anyOf(ways.map((way) => sql<boolean>`instr(${column}, ${way}) > 0`));
}

function anyOf(conditions: readonly Condition[]): Condition {
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** Blocked, not yet valid, expired, or none of them, by the columns of a table. */
export function validityCondition(state: ValidityState, table: string, now: Instant): Condition {
  const at = (name: string) => sql.ref(`${table}.${name}`);
  const isBlocked = sql<boolean>`${at('blocked_at')} is not null`;
  const isEarly = sql<boolean>`coalesce(${at('valid_from')} > ${now}, false)`;
  const isLate = sql<boolean>`coalesce(${at('expires_at')} <= ${now}, false)`;
  switch (state) {
    case 'blocked':
      return isBlocked;
    case 'not-yet-valid':
      return sql<boolean>`not ${isBlocked} and ${isEarly}`;
    case 'expired':
      return sql<boolean>`not ${isBlocked} and not ${isEarly} and ${isLate}`;
    case 'valid':
      return sql<boolean>`not ${isBlocked} and not ${isEarly} and not ${isLate}`;
  }
}

export type ValidityState = 'valid' | 'blocked' | 'not-yet-valid' | 'expired';

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Cuts a page out of what was read with one more than wished, to see whether there is more. */
export function pageOf<Row, Thing>(
  rows: readonly Row[],
  limit: number,
  { thing, cursor }: { readonly thing: (row: Row) => Thing; readonly cursor: (row: Row) => AccessCursor },
): AccessPage<Thing> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(thing),
    next: rows.length > limit && last !== undefined ? cursor(last) : null,
  };
}

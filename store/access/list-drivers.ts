import { sql } from 'kysely';
import type { Driver } from '#core/access/driver.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import {
  type AccessFilter,
  type AccessPage,
  type AccessPageWish,
  allOf,
  type Condition,
  filterConditions,
  pageOf,
  searchCondition,
  type ValidityState,
  validityCondition,
} from './access-search.ts';
import type { DriverRow } from './access-tables.ts';
import { driverOf } from './drivers.ts';

export interface DriverListRequest extends AccessFilter, AccessPageWish {
  /** Those that have not been removed, where nothing is said. */
  readonly state?: ValidityState | 'removed';
  readonly now: Instant;
}

/** One page of drivers by name; a page costs the same however far down the list it lies. */
export async function listDrivers(query: Query, request: DriverListRequest): Promise<AccessPage<Driver>> {
  const { limit } = request;
  const { rows } = await sql<DriverRow>`
    select * from driver where ${allOf(conditionsOf(request))}
    order by name_folded, id limit ${limit + 1}`.execute(query);
  return pageOf(rows, limit, {
    thing: driverOf,
    cursor: ({ name_folded, id }) => ({ name: name_folded, id }),
  });
}

function conditionsOf(request: DriverListRequest): readonly Condition[] {
  const { state, now, cursor, search } = request;
  const conditions = [...filterConditions(request, 'driver')];
  conditions.push(state === 'removed' ? sql`removed_at is not null` : sql`removed_at is null`);
  if (state !== undefined && state !== 'removed') conditions.push(validityCondition(state, 'driver', now));
  if (search !== undefined)
    conditions.push(
      searchCondition(search, { id: sql.ref('driver.id'), texts: [sql.ref('driver.search_folded')] }),
    );
  if (cursor !== undefined) conditions.push(sql`(name_folded, id) > (${cursor.name}, ${cursor.id})`);
  return conditions;
}

import { sql } from 'kysely';
import type { Vehicle } from '#core/access/vehicle.ts';
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
} from './access-search.ts';
import type { VehicleRow } from './access-tables.ts';
import { vehicleOf } from './vehicles.ts';

export interface VehicleListRequest extends AccessFilter, AccessPageWish {
  /** Those that have not been removed, where nothing is said. */
  readonly state?: 'valid' | 'blocked' | 'removed';
}

/** One page of vehicles by plate; a page costs the same however far down the list it lies. */
export async function listVehicles(query: Query, request: VehicleListRequest): Promise<AccessPage<Vehicle>> {
  const { limit } = request;
  const { rows } = await sql<VehicleRow>`
    select * from vehicle where ${allOf(conditionsOf(request))}
    order by plate_folded, id limit ${limit + 1}`.execute(query);
  return pageOf(rows, limit, {
    thing: vehicleOf,
    cursor: ({ plate_folded, id }) => ({ name: plate_folded, id }),
  });
}

function conditionsOf(request: VehicleListRequest): readonly Condition[] {
  const { state, cursor, search } = request;
  const conditions = [...filterConditions(request, 'vehicle')];
  conditions.push(state === 'removed' ? sql`removed_at is not null` : sql`removed_at is null`);
  if (state === 'blocked') conditions.push(sql`blocked_at is not null`);
  if (state === 'valid') conditions.push(sql`blocked_at is null`);
  if (search !== undefined)
    conditions.push(
      searchCondition(search, { id: sql.ref('vehicle.id'), texts: [sql.ref('vehicle.search_folded')] }),
    );
  if (cursor !== undefined) conditions.push(sql`(plate_folded, id) > (${cursor.name}, ${cursor.id})`);
  return conditions;
}

import { type RawBuilder, sql } from 'kysely';
import type { Card } from '#core/access/card.ts';
import type { DriverId, VehicleId } from '#core/shared/ids.ts';
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
import type { CardRow } from './access-tables.ts';
import { cardOf } from './cards.ts';

export interface CardListRequest extends AccessFilter, AccessPageWish {
  /** Those that have not been removed, where nothing is said. */
  readonly state?: ValidityState | 'removed';
  readonly now: Instant;
  readonly driverId?: DriverId;
  readonly vehicleId?: VehicleId;
}

interface NamedRow extends CardRow {
  /** Of the driver the card is assigned to, else as typed. */
  readonly sort_name: string;
}

/**
 * One page of cards by the name of their holder. Cards with a driver come out of the drivers' index and the others out
 * of their own, a page of each, of which the first page is taken.
 */
export async function listCards(query: Query, request: CardListRequest): Promise<AccessPage<Card>> {
  const { limit } = request;
  const oneMore = limit + 1;
  const { rows } = await sql<NamedRow>`
    select * from (${ofDrivers(request, oneMore)})
    union all select * from (${ofNobody(request, oneMore)})
    order by sort_name, id limit ${oneMore}`.execute(query);
  return pageOf(rows, limit, { thing: cardOf, cursor: ({ sort_name, id }) => ({ name: sort_name, id }) });
}

/** A card with several drivers stands under the one who was there first. */
function ofDrivers(request: CardListRequest, limit: number): RawBuilder<NamedRow> {
  const conditions = [
    ...conditionsOf(request, [sql.ref('card.search_folded'), sql.ref('driver.search_folded')]),
    sql<boolean>`driver.removed_at is null`,
    sql<boolean>`driver.id = ${firstDriver}`,
    ...behindCursor(request, sql.ref('driver.name_folded')),
  ];
  // CROSS JOIN keeps the drivers outside, in the order of their index.
  return sql<NamedRow>`
    select card.*, driver.name_folded as sort_name from driver
      cross join assignment on assignment.driver_id = driver.id and assignment.removed_at is null
      cross join card on card.id = assignment.card_id
    where ${allOf(conditions)}
    group by driver.name_folded, card.id
    order by driver.name_folded, card.id limit ${limit}`;
}

function ofNobody(request: CardListRequest, limit: number): RawBuilder<NamedRow> {
  const conditions = [
    ...conditionsOf(request, [sql.ref('card.search_folded')]),
    sql<boolean>`${firstDriver} is null`,
    ...behindCursor(request, sql.ref('card.holder_folded')),
  ];
  return sql<NamedRow>`
    select card.*, card.holder_folded as sort_name from card
    where ${allOf(conditions)} order by card.holder_folded, card.id limit ${limit}`;
}

const firstDriver = sql<number | null>`(
  select min(tied.driver_id) from assignment as tied join driver as known on known.id = tied.driver_id
  where tied.card_id = card.id and tied.removed_at is null and known.removed_at is null)`;

function conditionsOf(request: CardListRequest, texts: readonly RawBuilder<string>[]): readonly Condition[] {
  const { state, now, search, driverId, vehicleId } = request;
  const conditions = [...filterConditions(request, 'card')];
  conditions.push(state === 'removed' ? sql`card.removed_at is not null` : sql`card.removed_at is null`);
  if (state !== undefined && state !== 'removed') conditions.push(validityCondition(state, 'card', now));
  if (search !== undefined) conditions.push(searchCondition(search, { id: sql.ref('card.id'), texts }));
  if (driverId !== undefined) conditions.push(tiedTo('driver_id', driverId));
  if (vehicleId !== undefined) conditions.push(tiedTo('vehicle_id', vehicleId));
  return conditions;
}

function tiedTo(column: 'driver_id' | 'vehicle_id', id: number): Condition {
  return sql<boolean>`card.id in (
    select card_id from assignment where ${sql.ref(column)} = ${id} and removed_at is null)`;
}

function behindCursor({ cursor }: CardListRequest, name: RawBuilder<string>): readonly Condition[] {
  if (cursor === undefined) return [];
  return [sql<boolean>`(${name}, card.id) > (${cursor.name}, ${cursor.id})`];
}

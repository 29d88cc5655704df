import { type RawBuilder, sql } from 'kysely';
import type { Card } from '#core/access/card.ts';
import type { DriverId, VehicleId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import {
  type AccessFilter,
  type AccessPage,
  type AccessPageWish,
  type AccessSearch,
  allOf,
  type Condition,
  filterConditions,
  pageOf,
  searchCondition,
  someWordCondition,
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

/** One page of cards by the name of their holder. */
export async function listCards(query: Query, request: CardListRequest): Promise<AccessPage<Card>> {
  const { limit, search } = request;
  const oneMore = limit + 1;
  const wanted =
    search === undefined ? inOrder(request, oneMore) : found(request, { search, limit: oneMore });
  const { rows } = await wanted.execute(query);
  return pageOf(rows, limit, { thing: cardOf, cursor: ({ sort_name, id }) => ({ name: sort_name, id }) });
}

/**
 * Cards with a driver come out of the drivers' index and the others out of their own, a page of each, of which the
 * first page is taken.
 */
function inOrder(request: CardListRequest, limit: number): RawBuilder<NamedRow> {
  return sql<NamedRow>`
    select * from (${ofDrivers(request, limit)})
    union all select * from (${ofNobody(request, limit)})
    order by sort_name, id limit ${limit}`;
}

/** Looks through the texts of all cards and all drivers once, and puts what it has found in order. */
function found(
  request: CardListRequest,
  { search, limit }: { readonly search: AccessSearch; readonly limit: number },
): RawBuilder<NamedRow> {
  const id = sql.ref<number>('card.id');
  const own = sql.ref<string>('card.search_folded');
  const ofDriver = sql.ref<string>('driver.search_folded');
  const conditions = conditionsOf(request);
  const byItself = [...conditions, searchCondition(search, { id, texts: [own] })];
  const byDriver = [
    someWordCondition(search, ofDriver),
    sql<boolean>`driver.removed_at is null`,
    ...conditions,
    searchCondition(search, { id, texts: [own, ofDriver] }),
  ];
  return sql<NamedRow>`
    with hit (id) as (
      select card.id from card where ${allOf(byItself)}
      union
      select card.id from driver
        cross join assignment on assignment.driver_id = driver.id and assignment.removed_at is null
        cross join card on card.id = assignment.card_id
      where ${allOf(byDriver)}
    ), named as (
      select card.*, coalesce(${firstName}, card.holder_folded) as sort_name
      from hit cross join card on card.id = hit.id
    )
    select * from named
    where ${allOf(behindCursor(request, { name: sql.ref('sort_name'), id: sql.ref('id') }))}
    order by sort_name, id limit ${limit}`;
}

/** A card with several drivers stands under the one who was there first. */
function ofDrivers(request: CardListRequest, limit: number): RawBuilder<NamedRow> {
  const conditions = [
    ...conditionsOf(request),
    sql<boolean>`driver.removed_at is null`,
    sql<boolean>`not exists (${earlierTie})`,
    ...behindCursor(request, { name: sql.ref('driver.name_folded'), id: sql.ref('card.id') }),
  ];
  // CROSS JOIN keeps the drivers outside, in the order of their index: no more of them are visited than fill the page.
  return sql<NamedRow>`
    select card.*, driver.name_folded as sort_name from driver
      cross join assignment on assignment.driver_id = driver.id and assignment.removed_at is null
      cross join card on card.id = assignment.card_id
    where ${allOf(conditions)}
    order by driver.name_folded, card.id limit ${limit}`;
}

function ofNobody(request: CardListRequest, limit: number): RawBuilder<NamedRow> {
  const conditions = [
    ...conditionsOf(request),
    sql<boolean>`not exists (${anyTie})`,
    ...behindCursor(request, { name: sql.ref('card.holder_folded'), id: sql.ref('card.id') }),
  ];
  return sql<NamedRow>`
    select card.*, card.holder_folded as sort_name from card
    where ${allOf(conditions)} order by card.holder_folded, card.id limit ${limit}`;
}

/** Whether a driver who is still there was tied to the card before, or is tied to it twice. */
const earlierTie = sql`
  select 1 from assignment as tied join driver as known on known.id = tied.driver_id
  where tied.card_id = card.id and tied.removed_at is null and known.removed_at is null and tied.id < assignment.id`;

/** The driver under whom it stands: the one who was tied to it first. */
const firstName = sql`(
  select known.name_folded from assignment as tied join driver as known on known.id = tied.driver_id
  where tied.card_id = card.id and tied.removed_at is null and known.removed_at is null order by tied.id limit 1)`;

const anyTie = sql`
  select 1 from assignment as tied join driver as known on known.id = tied.driver_id
  where tied.card_id = card.id and tied.removed_at is null and known.removed_at is null`;

/** All of a request but its search and its cursor. */
function conditionsOf(request: CardListRequest): readonly Condition[] {
  const { state, now, driverId, vehicleId } = request;
  const conditions = [...filterConditions(request, 'card')];
  conditions.push(state === 'removed' ? sql`card.removed_at is not null` : sql`card.removed_at is null`);
  if (state !== undefined && state !== 'removed') conditions.push(validityCondition(state, 'card', now));
  if (driverId !== undefined) conditions.push(tiedTo('driver_id', driverId));
  if (vehicleId !== undefined) conditions.push(tiedTo('vehicle_id', vehicleId));
  return conditions;
}

function tiedTo(column: 'driver_id' | 'vehicle_id', id: number): Condition {
  return sql<boolean>`card.id in (
    select card_id from assignment where ${sql.ref(column)} = ${id} and removed_at is null)`;
}

function behindCursor(
  { cursor }: CardListRequest,
  { name, id }: { readonly name: RawBuilder<string>; readonly id: RawBuilder<number> },
): readonly Condition[] {
  if (cursor === undefined) return [];
  // The first part alone can be looked up in an index of another table.
  return [sql<boolean>`${name} >= ${cursor.name} and (${name}, ${id}) > (${cursor.name}, ${cursor.id})`];
}

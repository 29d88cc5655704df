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

interface ListedRow extends CardRow {
  /** Of the driver to whom the card is tied, else as typed; SQLite keeps it. */
  readonly sort_folded: string;
}

/** One page of cards by the name of their holder; a page costs the same however far down the list it lies. */
export async function listCards(query: Query, request: CardListRequest): Promise<AccessPage<Card>> {
  const { limit } = request;
  const { rows } = await sql<ListedRow>`
    select card.* from ${cardsOf(request)} where ${allOf(conditionsOf(request))}
    order by card.sort_folded, card.id limit ${limit + 1}`.execute(query);
  return pageOf(rows, limit, {
    thing: cardOf,
    cursor: ({ sort_folded, id }) => ({ name: sort_folded, id }),
  });
}

/** Where cards of one driver or vehicle are asked for, those few come first and are not looked for among all. */
function cardsOf({ driverId, vehicleId }: CardListRequest): RawBuilder<unknown> {
  if (driverId !== undefined) return tiedCards('driver_id', driverId);
  return vehicleId === undefined ? sql`card` : tiedCards('vehicle_id', vehicleId);
}

function tiedCards(column: 'driver_id' | 'vehicle_id', id: number): RawBuilder<unknown> {
  return sql`(
    select distinct card_id from assignment where ${sql.ref(column)} = ${id} and removed_at is null
  ) as tied cross join card on card.id = tied.card_id`;
}

function conditionsOf(request: CardListRequest): readonly Condition[] {
  const { state, now, driverId, vehicleId, search, cursor } = request;
  const conditions = [...filterConditions(request, 'card')];
  conditions.push(state === 'removed' ? sql`card.removed_at is not null` : sql`card.removed_at is null`);
  if (state !== undefined && state !== 'removed') conditions.push(validityCondition(state, 'card', now));
  if (driverId !== undefined && vehicleId !== undefined)
    conditions.push(sql`card.id in (
      select card_id from assignment where vehicle_id = ${vehicleId} and removed_at is null)`);
  if (search !== undefined)
    conditions.push(
      searchCondition(search, { id: sql.ref('card.id'), texts: [sql.ref('card.found_folded')] }),
    );
  if (cursor !== undefined)
    conditions.push(sql`(card.sort_folded, card.id) > (${cursor.name}, ${cursor.id})`);
  return conditions;
}

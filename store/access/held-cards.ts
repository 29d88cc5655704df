import type { HeldCard } from '#core/access/card.ts';
import { type CardUid, cardUid } from '#core/access/card-uid.ts';
import type { StationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { inserting, type TableWrite } from '../sqlite/table-write.ts';
import type { HeldCardRow } from './access-tables.ts';

/** How many holdings are remembered. The list only helps to find the card somebody has in hand. */
const MOST_HOLDINGS = 10_000;

export interface HeldCardFilter {
  /** Only what was held there; anywhere, when left out. */
  readonly stationIds?: readonly StationId[];
  /** Only these numbers; any, when left out. */
  readonly uids?: readonly CardUid[];
}

const adding = inserting<HeldCardRow, HeldCard>({
  table: 'held_card',
  columns: {
    uid: (held) => held.uid,
    station_id: (held) => held.stationId,
    at: (held) => held.at,
    verdict: (held) => held.verdict,
  },
});

export const heldCardWrite: TableWrite<HeldCard> = {
  sql: (rows, texts) => `
    ${adding.sql(rows, texts)}
    DELETE FROM held_card WHERE id <= (SELECT max(id) FROM held_card) - ${MOST_HOLDINGS};`,
  row: adding.row,
};

/** The card held last to a station, wherever its message came from. */
export async function lastHeldCard(query: Query, stationId: StationId): Promise<HeldCard | null> {
  const row = await query
    .selectFrom('held_card')
    .selectAll()
    .where('station_id', '=', stationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : heldCardOf(row);
}

/** The latest holding of each number at each station, or at one of them; the latest first. */
export async function listLatestHoldings(
  query: Query,
  stationId: StationId | null,
): Promise<readonly HeldCard[]> {
  let latest = query
    .selectFrom('held_card')
    .select((held) => held.fn.max('id').as('id'))
    .groupBy(['station_id', 'uid']);
  if (stationId !== null) latest = latest.where('station_id', '=', stationId);
  const rows = await query
    .selectFrom('held_card')
    .selectAll()
    .where('id', 'in', latest)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(heldCardOf);
}

/** Cards held lately, each once where it was held last, the latest first. */
export async function listHeldCards(
  query: Query,
  { stationIds, uids }: HeldCardFilter,
): Promise<readonly HeldCard[]> {
  let latest = query
    .selectFrom('held_card')
    .select((held) => held.fn.max('id').as('id'))
    .groupBy('uid');
  if (stationIds !== undefined) latest = latest.where('station_id', 'in', stationIds);
  if (uids !== undefined) latest = latest.where('uid', 'in', uids);
  const rows = await query
    .selectFrom('held_card')
    .selectAll()
    .where('id', 'in', latest)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(heldCardOf);
}

function heldCardOf(row: Pick<HeldCardRow, 'uid' | 'station_id' | 'at' | 'verdict'>): HeldCard {
  return { uid: cardUid(row.uid), stationId: row.station_id, at: instant(row.at), verdict: row.verdict };
}

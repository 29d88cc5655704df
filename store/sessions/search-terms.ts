import { type RawBuilder, sql } from 'kysely';
import { cardUid } from '#core/access/card-uid.ts';
import { folded } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import type { Condition } from './session-filter.ts';

/** What a searched text stands for: the stations, cards and holders that it can mean. */
export interface SearchTerms {
  readonly stations: readonly string[];
  readonly cards: readonly string[];
  readonly holders: readonly string[];
  /** There are more than are listed; each of them is then so common a hit that a plain scan finds a page soon. */
  readonly tooMany: boolean;
  readonly text: string;
}

const MOST_TERMS = 500;
const MOST_HOLDERS_LOOKED_AT = 20_000;

/** Finds what a text can mean among the few different holders and cards, instead of among all sessions. */
export async function searchTerms(query: Query, text: string): Promise<SearchTerms> {
  const stations = await matchingStations(query, text);
  const cards = await matchingCards(query, cardUid(text));
  const { holders, lookedAt } = await matchingHolders(query, folded(text));
  const tooMany =
    cards.length > MOST_TERMS || holders.length > MOST_TERMS || lookedAt > MOST_HOLDERS_LOOKED_AT;
  return { stations, cards, holders, tooMany, text };
}

/** The search as a condition on one session, for counting and for terms that are too many to go by. */
export function searchCondition(terms: SearchTerms): Condition {
  const inStations = sql<boolean>`+station_id in (select value from json_each(${JSON.stringify(terms.stations)}))`;
  if (!terms.tooMany) {
    return sql<boolean>`(${inStations}
      or +card_uid in (select value from json_each(${JSON.stringify(terms.cards)}))
      or +holder_folded in (select value from json_each(${JSON.stringify(terms.holders)})))`;
  }
  return sql<boolean>`(${inStations}
    or ${startsWith('+card_uid', cardUid(terms.text))}
    or instr(holder_folded, ${folded(terms.text)}) > 0)`;
}

async function matchingStations(query: Query, text: string): Promise<readonly string[]> {
  const start = folded(text);
  const rows = await query.selectFrom('station').select(['id', 'name']).execute();
  return rows
    .filter((row) => folded(row.id).startsWith(start) || folded(row.name).startsWith(start))
    .map((row) => row.id);
}

/** Jumps from one card to the next in the index, so that a card's thousand sessions cost one look. */
async function matchingCards(query: Query, start: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly card: string }>`
    with recursive found (card) as (
      select min(card_uid) from session where card_uid >= ${start}
      union all
      select (select min(card_uid) from session where card_uid > found.card) from found
      where ${startsWith('card', start)}
    )
    select card from found where ${startsWith('card', start)} limit ${MOST_TERMS + 1}`.execute(query);
  return rows.map((row) => row.card);
}

async function matchingHolders(
  query: Query,
  part: string,
): Promise<{ readonly holders: readonly string[]; readonly lookedAt: number }> {
  const { rows } = await sql<{ readonly holder: string }>`
    with recursive found (holder) as (
      select min(holder_folded) from session where holder_folded is not null
      union all
      select (select min(holder_folded) from session where holder_folded > found.holder) from found
      where found.holder is not null
    )
    select found.holder as holder from found where found.holder is not null limit ${MOST_HOLDERS_LOOKED_AT + 1}`.execute(
    query,
  );
  const holders = rows.map((row) => row.holder).filter((holder) => holder.includes(part));
  return { holders, lookedAt: rows.length };
}

function startsWith(column: string, start: string): RawBuilder<boolean> {
  return sql<boolean>`substr(${sql.raw(column)}, 1, length(${start})) = ${start}`;
}

import { type RawBuilder, sql } from 'kysely';
import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { type SearchTerms, searchCondition, searchTerms } from './search-terms.ts';
import {
  allOf,
  type Condition,
  type LeadingColumn,
  leadingColumn,
  plainConditions,
  type SessionFilter,
} from './session-filter.ts';
import { sessionOf } from './session-row.ts';
import type { SessionRow } from './session-tables.ts';

/** Where a page ended: the next one begins behind this session. */
export interface SessionCursor {
  readonly startedAt: Instant;
  readonly id: SessionId;
}

export interface SessionListRequest extends SessionFilter {
  readonly sort: 'started-desc' | 'started-asc';
  readonly cursor?: SessionCursor;
  readonly limit: number;
}

export interface SessionPage {
  readonly items: readonly Session[];
  /** Null on the last page. */
  readonly next: SessionCursor | null;
}

/** One page of sessions; a page costs the same however far down the list it lies. */
export async function listSessions(query: Query, request: SessionListRequest): Promise<SessionPage> {
  const oneMore = request.limit + 1;
  const { rows } = await (await pageQuery(query, request, oneMore)).execute(query);
  const items = rows.slice(0, request.limit).map(sessionOf);
  const last = items.at(-1);
  const more = rows.length === oneMore && last !== undefined;
  return { items, next: more ? { startedAt: last.start.at, id: last.id } : null };
}

const EXPORT_PAGE = 500;
/** More of them are likely to be met soon among the sessions of one station. */
const FEW_TERMS = 50;

/** All sessions that match, page by page, oldest first: an export never holds more than a page. */
export async function* eachSession(query: Query, filter: SessionFilter): AsyncGenerator<readonly Session[]> {
  let request: SessionListRequest = { ...filter, sort: 'started-asc', limit: EXPORT_PAGE };
  for (;;) {
    const page = await listSessions(query, request);
    if (page.items.length > 0) yield page.items;
    if (page.next === null) return;
    request = { ...request, cursor: page.next };
  }
}

async function pageQuery(
  query: Query,
  request: SessionListRequest,
  limit: number,
): Promise<RawBuilder<SessionRow>> {
  const leading = leadingColumn(request);
  const terms = request.search ? await searchTerms(query, request.search) : null;
  if (terms !== null && goesByTerms(terms, request)) return pageByTerms(request, terms, limit);
  const conditions = [...plainConditions(request, leading), ...behindCursor(request)];
  if (terms !== null) conditions.push(searchCondition(terms));
  return sql<SessionRow>`
    select * from session where ${allOf(conditions)} order by ${order(request)} limit ${limit}`;
}

/** Whether the few sessions of each term are a shorter way than all sessions that the rest of the filter leaves. */
function goesByTerms(terms: SearchTerms, request: SessionListRequest): boolean {
  if (terms.tooMany || request.cardUid !== undefined) return false;
  if (request.state !== undefined && request.state !== 'ended') return false;
  const count = terms.stations.length + terms.cards.length + terms.holders.length;
  return request.stationId === undefined || count <= FEW_TERMS;
}

/** Takes a page of each thing the search can mean and then the first page of all those pages. */
function pageByTerms(request: SessionListRequest, terms: SearchTerms, limit: number): RawBuilder<SessionRow> {
  const pageOfEach = (leading: LeadingColumn, values: readonly string[]): RawBuilder<unknown> => {
    const conditions = [...plainConditions(request, 'holder_folded'), ...behindCursor(request)];
    // CROSS JOIN keeps the terms outside, so that the inner page is taken once for each.
    return sql`
      select page.id from json_each(${JSON.stringify(values)}) as term cross join session as page on page.id in (
        select id from session
        where ${sql.ref(leading)} = term.value and ${allOf(conditions)}
        order by ${order(request)} limit ${limit})`;
  };
  return sql<SessionRow>`
    select session.* from (
      ${pageOfEach('station_id', terms.stations)}
      union ${pageOfEach('card_uid', terms.cards)}
      union ${pageOfEach('holder_folded', terms.holders)}) as hit
    cross join session on session.id = hit.id
    order by ${order(request)} limit ${limit}`;
}

function behindCursor({ cursor, sort }: SessionListRequest): readonly Condition[] {
  if (cursor === undefined) return [];
  const side = sql.raw(sort === 'started-desc' ? '<' : '>');
  return [sql<boolean>`(started_at, id) ${side} (${cursor.startedAt}, ${cursor.id})`];
}

function order({ sort }: SessionListRequest): RawBuilder<unknown> {
  return sort === 'started-desc'
    ? sql`session.started_at desc, session.id desc`
    : sql`session.started_at asc, session.id asc`;
}

import { type SessionId, sessionId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { SessionPrice } from '#core/tariffs/session-price.ts';
import type { Payer, SessionTerms } from '#core/tariffs/session-terms.ts';
import type { SessionCost } from '#core/tariffs/tariff-change.ts';
import { fromJson, fromWord, isOneOf, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { type Columns, columnNames, inserting, upserting, without } from '../sqlite/table-write.ts';
import { packOutcome, unpackOutcome } from './packed-outcome.ts';
import type { SessionCostRow, SessionPriceRow, SessionTermsRow, SessionUseRow } from './tariff-tables.ts';

export const sessionTermsWrite = inserting<SessionTermsRow, SessionTerms>({
  table: 'session_terms',
  columns: {
    session_id: (terms) => terms.sessionId,
    terms_json: (terms) => JSON.stringify(terms),
  },
});

export const sessionUseWrite = inserting<SessionUseRow, SessionUse>({
  table: 'session_use',
  columns: { session_id: (use) => use.sessionId, at: (use) => use.at, status: (use) => use.status },
});

export const sessionPriceWrite = inserting<SessionPriceRow, SessionPrice>({
  table: 'session_price',
  long: 'outcome_json',
  columns: {
    session_id: (price) => price.sessionId,
    number: (price) => price.number,
    at: (price) => price.at,
    priced_by: (price) => price.by,
    because: (price) => price.because,
    note: (price) => price.note,
    // Its first price is by what it began with, which never changes and stands in `session_terms`.
    terms_json: ({ because, terms }) =>
      because === 'ended' || terms === null ? null : JSON.stringify(terms),
    outcome_json: (price) => packOutcome(price.outcome),
  },
});

const COST_COLUMNS: Columns<SessionCostRow, SessionCost> = {
  session_id: ({ session }) => session.id,
  started_at: ({ session }) => session.start.at,
  tenant_id: ({ session }) => session.tenantId,
  station_id: ({ session }) => session.stationId,
  state: ({ price }) => price?.outcome.kind ?? 'open',
  number: ({ price }) => price?.number ?? 0,
  tariff_id: ({ terms }) => terms?.tariffId ?? null,
  tariff_name: ({ terms }) => terms?.tariffName ?? null,
  group_id: ({ terms }) => terms?.group?.id ?? null,
  group_name: ({ terms }) => terms?.group?.name ?? null,
  payer: ({ terms }) => payerKey(terms?.payer ?? null),
  currency: ({ terms, price }) => totalOf(price)?.currency ?? terms?.currency ?? null,
  excl_vat: ({ price }) => totalOf(price)?.total.exclVat ?? null,
  incl_vat: ({ price }) => totalOf(price)?.total.inclVat ?? null,
  energy_mwh: ({ price }) => totalOf(price)?.energy ?? null,
  free_mwh: ({ price }) => (price?.outcome.kind === 'priced' ? price.outcome.freeEnergy : 0),
  held_reason: ({ price }) => (price?.outcome.kind === 'held' ? price.outcome.reason : null),
};

/** Settled when a session begins. Written again, its entries in the indexes would be as well. */
const SETTLED = ['session_id', 'started_at', 'tenant_id', 'station_id'] as const;

export const sessionCostWrite = upserting<SessionCostRow, SessionCost>(
  { table: 'session_cost', columns: COST_COLUMNS },
  ['session_id'],
  without(columnNames(COST_COLUMNS), SETTLED),
);

/** How a payer is named in the table of costs. */
export function payerKey(payer: Payer | null): string | null {
  return payer === null ? null : `${payer.kind} ${payer.id}`;
}

function totalOf(price: SessionPrice | null) {
  const outcome = price?.outcome;
  return outcome?.kind === 'priced' || outcome?.kind === 'fixed' ? outcome : null;
}

/** Of the sessions that were not priced yet, whether they still run or not. */
export async function unpricedTerms(query: Query): Promise<readonly SessionTerms[]> {
  const rows = await query
    .selectFrom('session_cost')
    .innerJoin('session_terms', 'session_terms.session_id', 'session_cost.session_id')
    .select('terms_json')
    .where('state', '=', 'open')
    .orderBy('session_cost.session_id')
    .execute();
  return rows.map((row) => fromJson<SessionTerms>(row.terms_json));
}

/** What the connectors of the sessions did that were not priced yet. */
export async function unpricedUses(query: Query): Promise<readonly SessionUse[]> {
  const rows = await query
    .selectFrom('session_cost')
    .innerJoin('session_use', 'session_use.session_id', 'session_cost.session_id')
    .select(['session_use.session_id', 'at', 'status'])
    .where('state', '=', 'open')
    .orderBy('session_use.at')
    .orderBy('session_use.id')
    .execute();
  return rows.map(recordedUse);
}

export async function sessionUses(query: Query, session: SessionId): Promise<readonly SessionUse[]> {
  const rows = await query
    .selectFrom('session_use')
    .select(['session_id', 'at', 'status'])
    .where('session_id', '=', session)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(recordedUse);
}

export async function sessionTerms(query: Query, session: SessionId): Promise<SessionTerms | null> {
  const row = await query
    .selectFrom('session_terms')
    .select('terms_json')
    .where('session_id', '=', session)
    .executeTakeFirst();
  return row === undefined ? null : fromJson<SessionTerms>(row.terms_json);
}

/** All prices a session has had, the first one first. */
export async function sessionPrices(query: Query, session: SessionId): Promise<readonly SessionPrice[]> {
  const rows = await query
    .selectFrom('session_price')
    .selectAll()
    .where('session_id', '=', session)
    .orderBy('number')
    .execute();
  if (rows.length === 0) return [];
  const begun = await sessionTerms(query, session);
  return rows.map((row) => ({
    sessionId: sessionId(row.session_id),
    number: row.number,
    at: instant(row.at),
    by: row.priced_by,
    because: fromWord(row.because),
    note: row.note,
    terms: row.because === 'ended' ? begun : orNull(row.terms_json, fromJson<SessionTerms>),
    outcome: unpackOutcome(row.outcome_json),
  }));
}

/** The latest prices of some sessions, as lists show them. */
export async function sessionCosts(
  query: Query,
  sessions: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, SessionCostRow>> {
  if (sessions.length === 0) return new Map();
  const rows = await query
    .selectFrom('session_cost')
    .selectAll()
    .where(isOneOf('session_id', sessions))
    .execute();
  return new Map(rows.map((row) => [sessionId(row.session_id), row]));
}

export function recordedUse(row: SessionUseRow): SessionUse {
  return { sessionId: sessionId(row.session_id), at: instant(row.at), status: fromWord(row.status) };
}

import type { CurvePoint } from '#core/sessions/curve.ts';
import { type SessionId, sessionId, type TenantId } from '#core/shared/ids.ts';
import { type Instant, instant, wattHours } from '#core/shared/units.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { SessionEnds } from '#core/tariffs/metered-session.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import { fromJson, isOneOf } from '../column-values.ts';
import { pointsOf } from '../sessions/curves.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { recordedUse } from './session-prices.ts';

/** A session that was priced, with all that it can be priced again from. */
export interface RatedSession {
  readonly session: SessionEnds;
  /** Whom a person would name: the holder of the card, else the card. */
  readonly payer: string;
  /** As it was priced last. */
  readonly tariffId: number | null;
  readonly group: string | null;
  readonly currency: string | null;
  readonly terms: SessionTerms;
  readonly curve: readonly CurvePoint[];
  readonly uses: readonly SessionUse[];
  /** What it came to, gross where prices are; null where it has no price. */
  readonly before: { readonly exclVat: number; readonly inclVat: number } | null;
  readonly state: string;
  readonly energyMwh: number | null;
  readonly freeMwh: number;
}

export interface RatedRequest {
  readonly from: Instant;
  readonly to: Instant;
  /** Null: of all. */
  readonly tenants: readonly TenantId[] | null;
}

const SESSIONS_PER_CHUNK = 250;

/** Sessions that began in a period and had terms, some at a time, oldest first. */
export async function* ratedSessions(
  query: Query,
  { from, to, tenants }: RatedRequest,
): AsyncGenerator<readonly RatedSession[]> {
  let ids = query
    .selectFrom('session_cost')
    .select('session_id')
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('state', '!=', 'open')
    .orderBy('started_at');
  if (tenants !== null) ids = ids.where(isOneOf('+tenant_id', tenants));
  const wanted = (await ids.execute()).map((row) => row.session_id);
  for (let at = 0; at < wanted.length; at += SESSIONS_PER_CHUNK)
    yield await ratedChunk(query, wanted.slice(at, at + SESSIONS_PER_CHUNK));
}

async function ratedChunk(query: Query, ids: readonly number[]): Promise<readonly RatedSession[]> {
  const rows = await query
    .selectFrom('session')
    .innerJoin('session_cost', 'session_cost.session_id', 'session.id')
    .innerJoin('session_terms', 'session_terms.session_id', 'session.id')
    .leftJoin('session_curve', 'session_curve.session_id', 'session.id')
    // A row of all columns takes four times as long: that of a month is what a rehearsal waits for.
    .select(['session.id', 'holder', 'card_uid', 'session.started_at', 'start_register'])
    .select(['ended_at', 'end_register', 'decision_json'])
    .select(['terms_json', 'points_json', 'excl_vat', 'incl_vat', 'energy_mwh', 'free_mwh'])
    .select(['tariff_id', 'group_name', 'currency', 'session_cost.state as cost_state'])
    .where(isOneOf('session.id', ids))
    .orderBy('session.started_at')
    .execute();
  const uses = await usesOf(query, ids);
  return rows.map((row) => ({
    session: {
      start: { at: instant(row.started_at), register: wattHours(row.start_register) },
      end:
        row.ended_at === null
          ? null
          : { at: instant(row.ended_at), register: wattHours(row.end_register ?? row.start_register) },
      decision: row.decision_json === null ? null : fromJson(row.decision_json),
    },
    payer: row.holder || row.card_uid,
    tariffId: row.tariff_id,
    group: row.group_name,
    currency: row.currency,
    terms: fromJson<SessionTerms>(row.terms_json),
    curve: row.points_json === null ? [] : pointsOf(row.points_json),
    uses: uses.get(sessionId(row.id)) ?? [],
    before:
      row.excl_vat === null || row.incl_vat === null
        ? null
        : { exclVat: row.excl_vat, inclVat: row.incl_vat },
    state: row.cost_state,
    energyMwh: row.energy_mwh,
    freeMwh: row.free_mwh,
  }));
}

async function usesOf(
  query: Query,
  ids: readonly number[],
): Promise<ReadonlyMap<SessionId, readonly SessionUse[]>> {
  const rows = await query
    .selectFrom('session_use')
    .select(['session_id', 'at', 'status'])
    .where(isOneOf('session_id', ids))
    .orderBy('at')
    .execute();
  const uses = new Map<SessionId, SessionUse[]>();
  for (const row of rows) {
    const use = recordedUse(row);
    const known = uses.get(use.sessionId);
    if (known === undefined) uses.set(use.sessionId, [use]);
    else known.push(use);
  }
  return uses;
}

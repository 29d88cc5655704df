import { sql } from 'kysely';
import type { Doubt } from '#core/sessions/doubt.ts';
import { type StationId, stationId, type TenantId } from '#core/shared/ids.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import { type MilliwattHours, milliwattHours } from '#core/tariffs/amounts.ts';
import type { NamedParty } from '#core/tariffs/rehearse.ts';
import type { SoldUsage } from '#core/tariffs/sold-usage.ts';
import { fromJson, isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { unpackUsage } from './packed-usage.ts';

/** A session that had terms and was looked at, with all that another tariff can be tried on. */
export interface RatedSession {
  readonly payer: NamedParty<string>;
  readonly tariffId: number | null;
  readonly group: NamedParty<number> | null;
  readonly stationId: StationId;
  readonly priced: RatedPrice | null;
}

/** What it came to; null above where a person has said what it costs, or has yet to. */
export interface RatedPrice {
  readonly currency: string | null;
  readonly exclVat: number;
  readonly inclVat: number;
  readonly freeEnergy: MilliwattHours;
  readonly usage: SoldUsage;
  /** When the station said that it had ended; the car may have stood on. */
  readonly stoppedAt: Instant;
  /** By what its hours were read. */
  readonly timeZone: string;
  readonly doubts: readonly Doubt[];
}

export interface RatedRequest {
  readonly from: Instant;
  readonly to: Instant;
  /** Null: of all. */
  readonly tenants: readonly TenantId[] | null;
}

const SESSIONS_PER_CHUNK = 100;

/** Sessions that began in a period, some at a time, oldest first. */
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
  const chunkAt = (at: number) => ratedChunk(query, wanted.slice(at, at + SESSIONS_PER_CHUNK));
  // While one chunk is looked at, the next one is read.
  let next = chunkAt(0);
  for (let at = 0; at < wanted.length; at += SESSIONS_PER_CHUNK) {
    const chunk = await next;
    next = chunkAt(at + SESSIONS_PER_CHUNK);
    // Whoever asks for it hears of it.
    next.catch(() => undefined);
    yield chunk;
  }
  await next;
}

async function ratedChunk(query: Query, ids: readonly number[]): Promise<readonly RatedSession[]> {
  if (ids.length === 0) return [];
  const rows = await query
    .selectFrom('session_cost')
    .innerJoin('session', 'session.id', 'session_cost.session_id')
    .leftJoin('session_usage', 'session_usage.session_id', 'session_cost.session_id')
    .leftJoin('session_terms', 'session_terms.session_id', 'session_cost.session_id')
    .leftJoin('session_price', (join) =>
      join
        .onRef('session_price.session_id', '=', 'session_cost.session_id')
        .onRef('session_price.number', '=', 'session_cost.number'),
    )
    .select(['holder', 'card_uid', 'payer', 'tariff_id', 'group_id', 'group_name'])
    .select('session_cost.state as cost_state')
    .select(['currency', 'excl_vat', 'incl_vat', 'free_mwh', 'usage_json', 'ended_at', 'doubts_json'])
    .select(['session.station_id', sql<string | null>`${TERMS} ->> '$.timeZone'`.as('time_zone')])
    .where(isOneOf('session_cost.session_id', ids))
    .orderBy('session_cost.started_at')
    .execute();
  return rows.map((row) => ({
    // A card that nobody has added stands for itself.
    payer: { id: row.payer ?? `uid ${row.card_uid}`, name: row.holder || row.card_uid },
    tariffId: row.tariff_id,
    group: row.group_id === null ? null : { id: row.group_id, name: row.group_name ?? '' },
    stationId: stationId(row.station_id),
    priced: priceOf(row),
  }));
}

/** A first price is by what its session began with. */
const TERMS = sql`coalesce(session_price.terms_json, session_terms.terms_json)`;

interface PricedRow {
  readonly cost_state: string;
  readonly currency: string | null;
  readonly excl_vat: number | null;
  readonly incl_vat: number | null;
  readonly free_mwh: number;
  readonly usage_json: string | null;
  readonly ended_at: number | null;
  readonly doubts_json: string;
  readonly time_zone: string | null;
}

function priceOf({
  cost_state,
  excl_vat,
  incl_vat,
  usage_json,
  ended_at,
  time_zone,
  ...row
}: PricedRow): RatedPrice | null {
  const isTold = usage_json !== null && ended_at !== null && time_zone !== null;
  if (cost_state !== 'priced' || excl_vat === null || incl_vat === null || !isTold) return null;
  return {
    currency: row.currency,
    exclVat: excl_vat,
    inclVat: incl_vat,
    freeEnergy: milliwattHours(row.free_mwh),
    usage: unpackUsage(usage_json),
    stoppedAt: instant(ended_at),
    timeZone: time_zone,
    doubts: row.doubts_json === NO_DOUBTS ? [] : fromJson(row.doubts_json),
  };
}

/** Most sessions have none: they need no reading. */
const NO_DOUBTS = '[]';

import type { TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { type MilliwattHours, milliwattHours } from '#core/tariffs/amounts.ts';
import type { SoldUsage } from '#core/tariffs/sold-usage.ts';
import { isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { unpackUsage } from './packed-usage.ts';

/** A session that had terms and was looked at, with all that another tariff can be tried on. */
export interface RatedSession {
  /** Whom a person would name: the holder of the card, else the card. */
  readonly payer: string;
  readonly tariffId: number | null;
  readonly group: string | null;
  readonly priced: RatedPrice | null;
}

/** What it came to; null above where a person has said what it costs, or has yet to. */
export interface RatedPrice {
  readonly currency: string | null;
  readonly exclVat: number;
  readonly inclVat: number;
  readonly freeEnergy: MilliwattHours;
  readonly usage: SoldUsage;
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
    .select(['holder', 'card_uid', 'tariff_id', 'group_name', 'session_cost.state as cost_state'])
    .select(['currency', 'excl_vat', 'incl_vat', 'free_mwh', 'usage_json'])
    .where(isOneOf('session_cost.session_id', ids))
    .orderBy('session_cost.started_at')
    .execute();
  return rows.map((row) => {
    const { currency, excl_vat, incl_vat, free_mwh, usage_json } = row;
    const isPriced =
      row.cost_state === 'priced' && excl_vat !== null && incl_vat !== null && usage_json !== null;
    return {
      payer: row.holder || row.card_uid,
      tariffId: row.tariff_id,
      group: row.group_name,
      priced: isPriced
        ? {
            currency,
            exclVat: excl_vat,
            inclVat: incl_vat,
            freeEnergy: milliwattHours(free_mwh),
            usage: unpackUsage(usage_json),
          }
        : null,
    };
  });
}

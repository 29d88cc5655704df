import { sql } from 'kysely';
import type { SessionId, TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { type MilliwattHours, type Money, milliwattHours, minorUnits } from '#core/tariffs/amounts.ts';
import type { Payer } from '#core/tariffs/session-terms.ts';
import { isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { payerKey } from './session-prices.ts';

export type RevenueKey = 'group' | 'tariff' | 'tenant' | 'station';

export interface RevenueRequest {
  readonly by: RevenueKey;
  readonly from: Instant;
  readonly to: Instant;
  /** Null: of all. */
  readonly tenants: readonly TenantId[] | null;
}

export interface RevenueSum {
  readonly id: string | number | null;
  /** One that it had when one of the sessions began; null where it has no name of its own. */
  readonly name: string | null;
  readonly currency: string | null;
  readonly sessions: number;
  readonly energy: MilliwattHours;
  readonly total: Money;
  readonly held: number;
}

const COLUMNS: Readonly<Record<RevenueKey, { readonly id: string; readonly name: string }>> = {
  group: { id: 'group_id', name: 'max(group_name)' },
  tariff: { id: 'tariff_id', name: 'max(tariff_name)' },
  tenant: { id: 'tenant_id', name: 'NULL' },
  station: { id: 'station_id', name: 'NULL' },
};

/** Energy and revenue of the sessions that began in a period, by currency; what was not priced yet counts as a session only. */
export async function revenueOf(
  query: Query,
  { by, from, to, tenants }: RevenueRequest,
): Promise<readonly RevenueSum[]> {
  const { id, name } = COLUMNS[by];
  const { rows } = await sql<{
    readonly id: string | number | null;
    readonly name: string | null;
    readonly currency: string | null;
    readonly sessions: number;
    readonly energy: number;
    readonly excl_vat: number;
    readonly incl_vat: number;
    readonly held: number;
  }>`
    select ${sql.raw(id)} as id, ${sql.raw(name)} as name, currency, count(*) as sessions,
      coalesce(sum(energy_mwh), 0) as energy, coalesce(sum(excl_vat), 0) as excl_vat,
      coalesce(sum(incl_vat), 0) as incl_vat, sum(state = 'held') as held
    from session_cost
    where started_at >= ${from} and started_at < ${to}
      and ${tenants === null ? sql<boolean>`true` : isOneOf('+tenant_id', tenants)}
    group by ${sql.raw(id)}, currency
    order by incl_vat desc, id`.execute(query);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    currency: row.currency,
    sessions: row.sessions,
    energy: milliwattHours(row.energy),
    total: { exclVat: minorUnits(row.excl_vat), inclVat: minorUnits(row.incl_vat) },
    held: row.held,
  }));
}

/** What somebody has used up of what is free, in the sessions that began in a period. */
export async function freeEnergyUsed(
  query: Query,
  payer: Payer,
  { from, to, except }: { readonly from: Instant; readonly to: Instant; readonly except: SessionId },
): Promise<MilliwattHours> {
  const row = await query
    .selectFrom('session_cost')
    .select((costs) => costs.fn.coalesce(costs.fn.sum<number>('free_mwh'), sql<number>`0`).as('used'))
    .where('payer', '=', payerKey(payer))
    .where('free_mwh', '>', 0)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('session_id', '!=', except)
    .executeTakeFirst();
  return milliwattHours(row?.used ?? 0);
}

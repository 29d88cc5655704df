import { sql } from 'kysely';
import type { TenantId } from '#core/shared/ids.ts';
import { type Instant, type WattHours, wattHours } from '#core/shared/units.ts';
import { isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { searchCondition, searchTerms } from './search-terms.ts';
import {
  allOf,
  type Condition,
  leadingColumn,
  plainConditions,
  type SessionFilter,
} from './session-filter.ts';

export interface SessionTotals {
  readonly count: number;
  /** Sum of what counts; sessions that run or wait for a decision add nothing. */
  readonly settledEnergy: WattHours;
}

export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  /** Only sessions of these nodes; of all where it is left out. */
  readonly tenants?: readonly TenantId[];
}

export interface DaySummary {
  /** Sessions that began in the period and were not declared void. */
  readonly count: number;
  /** What counts: nothing of sessions that run or are in doubt. */
  readonly energy: WattHours;
}

export async function countSessions(query: Query, filter: SessionFilter): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from session where ${await matching(query, filter)}`.execute(query);
  return rows[0]?.count ?? 0;
}

export async function sessionTotals(query: Query, filter: SessionFilter): Promise<SessionTotals> {
  const { rows } = await sql<{ readonly count: number; readonly energy: number }>`
    select count(*) as count, coalesce(sum(settled_wh), 0) as energy
    from session where ${await matching(query, filter)}`.execute(query);
  return { count: rows[0]?.count ?? 0, settledEnergy: wattHours(rows[0]?.energy ?? 0) };
}

export async function daySummary(query: Query, { from, to, tenants }: Period): Promise<DaySummary> {
  const { rows } = await sql<{ readonly count: number; readonly energy: number }>`
    select count(*) as count,
      coalesce(sum(settled_wh), 0) as energy
    from session where started_at >= ${from} and started_at < ${to} and +state <> 'void'
      and ${tenants === undefined ? allOf([]) : isOneOf('+tenant_id', tenants)}`.execute(query);
  return { count: rows[0]?.count ?? 0, energy: wattHours(rows[0]?.energy ?? 0) };
}

async function matching(query: Query, filter: SessionFilter): Promise<Condition> {
  // The index by start holds all that totals need; by a state that nearly all have, each session would be visited.
  const wanted = leadingColumn(filter);
  const leading = wanted === 'state' && filter.state === 'ended' ? 'started_at' : wanted;
  const conditions = [...plainConditions(filter, leading)];
  if (filter.search) conditions.push(searchCondition(await searchTerms(query, filter.search)));
  return allOf(conditions);
}

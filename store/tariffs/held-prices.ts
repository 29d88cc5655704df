import { type SessionId, sessionId, type TenantId, tenantId } from '#core/shared/ids.ts';
import type { HeldReason } from '#core/tariffs/session-price.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { unpackOutcome } from './packed-outcome.ts';

export interface HeldPrice {
  readonly sessionId: SessionId;
  readonly tenantId: TenantId;
  readonly reason: HeldReason;
}

/** What sessions wait for whose price a person has to say, the latest first. */
export async function heldPrices(query: Query, limit: number): Promise<readonly HeldPrice[]> {
  const rows = await query
    .selectFrom('session_cost')
    .innerJoin('session_price', (join) =>
      join
        .onRef('session_price.session_id', '=', 'session_cost.session_id')
        .onRef('session_price.number', '=', 'session_cost.number'),
    )
    .select(['session_cost.session_id', 'tenant_id', 'outcome_json'])
    .where('state', '=', 'held')
    .orderBy('session_cost.session_id', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => {
    const outcome = unpackOutcome(row.outcome_json);
    if (outcome.kind !== 'held') return [];
    const { reason } = outcome;
    return [{ sessionId: sessionId(row.session_id), tenantId: tenantId(row.tenant_id), reason }];
  });
}

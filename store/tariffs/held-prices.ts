import { type SessionId, sessionId, type TenantId } from '#core/shared/ids.ts';
import type { HeldReason } from '#core/tariffs/session-price.ts';
import { isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { unpackOutcome } from './packed-outcome.ts';

export interface HeldPrice {
  readonly sessionId: SessionId;
  readonly reason: HeldReason;
}

export interface HeldRequest {
  /** Null: of all. */
  readonly tenants: readonly TenantId[] | null;
  readonly limit: number;
}

/** What the latest sessions wait for whose price a person has to say; the one that began first is the first. */
export async function heldPrices(
  query: Query,
  { tenants, limit }: HeldRequest,
): Promise<readonly HeldPrice[]> {
  let latest = query
    .selectFrom('session_cost')
    .innerJoin('session_price', (join) =>
      join
        .onRef('session_price.session_id', '=', 'session_cost.session_id')
        .onRef('session_price.number', '=', 'session_cost.number'),
    )
    .select(['session_cost.session_id', 'started_at', 'outcome_json'])
    .where('state', '=', 'held')
    .orderBy('session_cost.session_id', 'desc')
    .limit(limit);
  if (tenants !== null) latest = latest.where(isOneOf('+tenant_id', tenants));
  const rows = await latest.execute();
  return rows
    .toSorted((a, b) => a.started_at - b.started_at || a.session_id - b.session_id)
    .flatMap((row) => {
      const outcome = unpackOutcome(row.outcome_json);
      return outcome.kind === 'held'
        ? [{ sessionId: sessionId(row.session_id), reason: outcome.reason }]
        : [];
    });
}

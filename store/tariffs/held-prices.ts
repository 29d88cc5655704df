import { type SessionId, sessionId, type TenantId } from '#core/shared/ids.ts';
import type { HeldReason } from '#core/tariffs/session-price.ts';
import { fromWord, isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';

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
    .select(['session_id', 'started_at', 'held_reason'])
    .where('state', '=', 'held')
    .orderBy('session_id', 'desc')
    .limit(limit);
  if (tenants !== null) latest = latest.where(isOneOf('+tenant_id', tenants));
  const rows = await latest.execute();
  return rows
    .toSorted((a, b) => a.started_at - b.started_at || a.session_id - b.session_id)
    .flatMap(({ session_id, held_reason }) =>
      held_reason === null ? [] : [{ sessionId: sessionId(session_id), reason: fromWord(held_reason) }],
    );
}

import type { ClientId, TenantId } from '../shared/ids.ts';
import type { Instant, Milliseconds } from '../shared/units.ts';

/** A request that a client made, or one whose token was refused. Never holds a secret. */
export interface ApiRequest {
  readonly at: Instant;
  /** Null when nobody knows whose token it was. */
  readonly clientId: ClientId | null;
  readonly tenantId: TenantId;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  readonly duration: Milliseconds;
  /** The code of the problem it was answered with. */
  readonly code: string | null;
  readonly address: string;
}

import type { DriverId, GroupId, TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** Somebody who charges. A driver signs in only if a person of the site is linked to the driver. */
export interface Driver {
  readonly id: DriverId;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly costCentre: string;
  /** Number of the charging contract, as the site's accounting knows it. */
  readonly contract: string;
  readonly groupIds: readonly GroupId[];
  readonly validFrom: Instant | null;
  readonly expiresAt: Instant | null;
  readonly blockedAt: Instant | null;
  readonly note: string;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

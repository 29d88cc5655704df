import type { TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { Tariff } from './tariff.ts';

/** A tariff by name. Its versions are what sessions are priced by; the draft is what somebody works on. */
export interface TariffRecord {
  readonly id: number;
  readonly tenantId: TenantId;
  readonly name: string;
  /** What drivers read beside the price; frozen with each version. */
  readonly text: string;
  readonly draft: Tariff | null;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

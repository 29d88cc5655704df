import { type TenantId, tenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** A node of the tree on which everything hangs: a company, a site, a department. */
export interface Tenant {
  readonly id: TenantId;
  /** Null for the root alone. */
  readonly parentId: TenantId | null;
  readonly name: string;
  readonly kind: TenantKind;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

export const TENANT_KINDS = ['company', 'site', 'department', 'other'] as const;
export type TenantKind = (typeof TENANT_KINDS)[number];

/** The node above all others. It is there from the first start and cannot be removed. */
export const ROOT_TENANT: TenantId = tenantId(1);

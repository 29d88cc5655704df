import type { LogKind } from '../logbook/entry.ts';
import type { TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** An address that is told what happens at a node and below it. */
export interface Webhook {
  readonly id: number;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly url: string;
  /** What it is told of: the logbook is the catalogue of events. */
  readonly kinds: readonly LogKind[];
  /** What deliveries are signed with, sealed by the key vault. */
  readonly sealedSecret: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly disabledAt: Instant | null;
  readonly removedAt: Instant | null;
  /** When the logbook was told that deliveries do not arrive; null as soon as one has. */
  readonly givenUpAt: Instant | null;
}

/** Whether a webhook is told of something at all. What waits for one that is not stays until it is again. */
export function isActive({ disabledAt, removedAt }: Webhook): boolean {
  return disabledAt === null && removedAt === null;
}

/** Whether a webhook is told of an event of this kind, at a node that lies on this path upwards to the root. */
export function wants(webhook: Webhook, kind: LogKind, path: readonly TenantId[]): boolean {
  return isActive(webhook) && webhook.kinds.includes(kind) && path.includes(webhook.tenantId);
}

import type { GroupId, TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** A group of users (drivers, vehicles, cards) or of stations, by which rules and prices are given. */
export interface Group {
  readonly id: GroupId;
  readonly of: GroupOf;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

export const GROUP_OF = ['users', 'stations'] as const;
export type GroupOf = (typeof GROUP_OF)[number];

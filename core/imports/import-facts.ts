import type { AccessRule } from '../access/access-rule.ts';
import type { Group } from '../access/group.ts';
import type { TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { Station } from '../stations/station.ts';
import type { TenantTree } from '../tenants/tenant-tree.ts';
import type { JudgedRow } from './judged-row.ts';
import type { KnownRecords } from './known-records.ts';
import type { DayOrder } from './read-day.ts';

/** Days of the site, as ISO dates. */
export interface SiteDays {
  startOf(day: string): Instant;
  endOf(day: string): Instant;
  dayOf(at: Instant): string;
}

export type NewRecord = 'tenant' | 'group' | 'driver' | 'vehicle' | 'card' | 'assignment';

/** What an import is judged on. */
export interface ImportFacts {
  readonly now: Instant;
  readonly days: SiteDays;
  readonly order: DayOrder;
  /** Where new things hang unless a row says otherwise. */
  readonly tenantId: TenantId;
  /** Whether whoever imports may change what hangs on a node; what does not is not there for them. */
  readonly reaches: (tenant: TenantId) => boolean;
  /** Whether things may be put into groups that hang there, and taken out of them. */
  readonly groupsReach: (tenant: TenantId) => boolean;
  /** Whether groups and tenants that are not there are made. */
  readonly makes: { readonly groups: boolean; readonly tenants: boolean };
  /** Whether an empty cell empties the field; else it leaves what is there. */
  readonly emptyClears: boolean;
  readonly by: string;
  /** Whether a row comes out as somebody has seen it in a dry run; null where nobody has looked. */
  readonly asSeen: ((number: number, row: JudgedRow) => boolean) | null;
  readonly tenants: TenantTree;
  readonly groups: Iterable<Group>;
  readonly known: KnownRecords;
  readonly stations: Iterable<Station>;
  readonly rules: readonly AccessRule[];
  /** Numbers for what is new, made up until it is kept: one for one thing of any kind. */
  readonly newId: (of: NewRecord) => number;
}

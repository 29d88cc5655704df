import type { GroupId, StationId, TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { PowerClass } from '../stations/power-class.ts';

/**
 * Lets some users charge at some stations at some times. A station that at least one rule is about is closed to
 * everybody whom none of them lets in; a station without any rule is open to every card that is valid.
 */
export interface AccessRule {
  readonly id: number;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly who: WhoMay;
  readonly where: WhereMay;
  /** Site-local times; none means at any time. */
  readonly windows: readonly WeekWindow[];
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly removedAt: Instant | null;
}

export type WhoMay =
  | { readonly kind: 'everybody' }
  /** Members of at least one of them. */
  | { readonly kind: 'groups'; readonly groupIds: readonly GroupId[] };

/** All that is said must fit; an empty list says nothing. Only stations within the rule's node are meant. */
export interface WhereMay {
  readonly groupIds: readonly GroupId[];
  readonly powerClasses: readonly PowerClass[];
  readonly stationIds: readonly StationId[];
}

/** Some days of the week from one minute to another; `to` at or before `from` reaches into the next day. */
export interface WeekWindow {
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly days: readonly Weekday[];
  /** Minutes since local midnight, 0 to 1439. */
  readonly from: number;
  /** Minutes since local midnight, 1 to 1440. */
  readonly to: number;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

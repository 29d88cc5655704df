import { type RawBuilder, sql } from 'kysely';
import type { CardUid } from '#core/access/card-uid.ts';
import type { SessionState } from '#core/sessions/session.ts';
import type { DriverId, StationId, TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { isOneOf } from '../column-values.ts';

export interface SessionFilter {
  /** `needs-decision`: its price may wait for somebody as well. */
  readonly state?: SessionState;
  readonly stationId?: StationId;
  readonly cardUid?: CardUid;
  /** A part of the holder's name, or the beginning of a card's number or of a station's id or name. */
  readonly search?: string;
  /** Sessions that began at this moment or later. */
  readonly from?: Instant;
  /** Sessions that began before this moment. */
  readonly to?: Instant;
  /** Only those of these nodes; of all where it is left out. */
  readonly tenants?: readonly TenantId[];
  readonly driverId?: DriverId;
}

/** The column whose index a list walks; the others are only looked at on the way. */
export type LeadingColumn =
  | 'driver_id'
  | 'state'
  | 'station_id'
  | 'card_uid'
  | 'holder_folded'
  | 'started_at';
export type Condition = RawBuilder<boolean>;

/**
 * SQLite keeps no statistics here and would choose blindly between the indexes. Nearly all sessions are `ended`,
 * so that state says nothing, while any other names a few.
 */
export function leadingColumn(filter: SessionFilter): LeadingColumn {
  if (filter.driverId !== undefined) return 'driver_id';
  if (filter.cardUid !== undefined) return 'card_uid';
  if (filter.state !== undefined && filter.state !== 'ended') return 'state';
  if (filter.stationId !== undefined) return 'station_id';
  return filter.state === undefined ? 'started_at' : 'state';
}

/** A session in doubt, or one of which nobody but a person can say what it costs. There are few of either. */
const WAITS_FOR_SOMEBODY = sql<boolean>`id in (
  select id from session where state = 'needs-decision'
  union all select session_id from session_cost where state = 'held')`;

/** All of a filter but its search. */
export function plainConditions(filter: SessionFilter, leading: LeadingColumn): readonly Condition[] {
  const conditions: Condition[] = [];
  const equals = (column: LeadingColumn, value: string | number | undefined): void => {
    // A plus sign keeps SQLite from using the column's index.
    const side = sql.raw(column === leading ? column : `+${column}`);
    if (value !== undefined) conditions.push(sql<boolean>`${side} = ${value}`);
  };
  if (filter.state === 'needs-decision') conditions.push(WAITS_FOR_SOMEBODY);
  else equals('state', filter.state);
  equals('station_id', filter.stationId);
  equals('card_uid', filter.cardUid);
  equals('driver_id', filter.driverId);
  if (filter.tenants !== undefined) conditions.push(isOneOf('+tenant_id', filter.tenants));
  if (filter.from !== undefined) conditions.push(sql<boolean>`started_at >= ${filter.from}`);
  if (filter.to !== undefined) conditions.push(sql<boolean>`started_at < ${filter.to}`);
  return conditions;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

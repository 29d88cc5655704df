import { type RawBuilder, sql } from 'kysely';
import type { CardUid } from '#core/access/card-uid.ts';
import type { SessionState } from '#core/sessions/session.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';

export interface SessionFilter {
  readonly state?: SessionState;
  readonly stationId?: StationId;
  readonly cardUid?: CardUid;
  /** A part of the holder's name, or the beginning of a card's number or of a station's id or name. */
  readonly search?: string;
  /** Sessions that began at this moment or later. */
  readonly from?: Instant;
  /** Sessions that began before this moment. */
  readonly to?: Instant;
}

/** The column whose index a list walks; the others are only looked at on the way. */
export type LeadingColumn = 'state' | 'station_id' | 'card_uid' | 'holder_folded' | 'started_at';
export type Condition = RawBuilder<boolean>;

/**
 * SQLite keeps no statistics here and would choose blindly between the indexes. Nearly all sessions are `ended`,
 * so that state says nothing, while any other names a few.
 */
export function leadingColumn(filter: SessionFilter): LeadingColumn {
  if (filter.cardUid !== undefined) return 'card_uid';
  if (filter.state !== undefined && filter.state !== 'ended') return 'state';
  if (filter.stationId !== undefined) return 'station_id';
  return filter.state === undefined ? 'started_at' : 'state';
}

/** All of a filter but its search. */
export function plainConditions(filter: SessionFilter, leading: LeadingColumn): readonly Condition[] {
  const conditions: Condition[] = [];
  const equals = (column: LeadingColumn, value: string | undefined): void => {
    // A plus sign keeps SQLite from using the column's index.
    const side = sql.raw(column === leading ? column : `+${column}`);
    if (value !== undefined) conditions.push(sql<boolean>`${side} = ${value}`);
  };
  equals('state', filter.state);
  equals('station_id', filter.stationId);
  equals('card_uid', filter.cardUid);
  if (filter.from !== undefined) conditions.push(sql<boolean>`started_at >= ${filter.from}`);
  if (filter.to !== undefined) conditions.push(sql<boolean>`started_at < ${filter.to}`);
  return conditions;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

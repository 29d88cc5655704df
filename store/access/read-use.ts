import { sql } from 'kysely';
import type { CardUid } from '#core/access/card-uid.ts';
import { type Instant, instant, type WattHours, wattHours } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';

/** What somebody or something charged. */
export interface Use {
  /** What counts of the sessions that began at or after a moment. */
  readonly energy: WattHours;
  /** When the latest session began, whenever that was. */
  readonly lastAt: Instant | null;
}

const COLUMNS = { driver: 'driver_id', vehicle: 'vehicle_id', card: 'card_uid' } as const;

export interface UseRequest {
  readonly of: keyof typeof COLUMNS;
  /** Numbers of drivers or vehicles, or card numbers. */
  readonly keys: readonly (number | CardUid)[];
  readonly from: Instant;
}

export const NO_USE: Use = { energy: wattHours(0), lastAt: null };

/** What each of some drivers, vehicles or cards has charged; those that never did are left out. */
export async function readUse(
  query: Query,
  { of, keys, from }: UseRequest,
): Promise<ReadonlyMap<number | string, Use>> {
  if (keys.length === 0) return new Map();
  const column = sql.ref(`session.${COLUMNS[of]}`);
  const { rows } = await sql<{
    readonly key: number | string;
    readonly energy: number;
    readonly last_at: number | null;
  }>`
    select wanted.value as key,
      (select coalesce(sum(settled_wh), 0) from session
        where ${column} = wanted.value and started_at >= ${from}) as energy,
      (select max(started_at) from session where ${column} = wanted.value) as last_at
    from json_each(${JSON.stringify(keys)}) as wanted`.execute(query);
  return new Map(
    rows.flatMap(({ key, energy, last_at }) =>
      last_at === null ? [] : [[key, { energy: wattHours(energy), lastAt: instant(last_at) }] as const],
    ),
  );
}

/** When each of some cards was last held to a station, as far as that is remembered. */
export async function readLastHeld(
  query: Query,
  uids: readonly CardUid[],
): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await sql<{ readonly uid: string; readonly at: number }>`
    select wanted.value as uid, (
      select at from held_card where uid = wanted.value order by id desc limit 1) as at
    from json_each(${JSON.stringify(uids)}) as wanted
    where at is not null`.execute(query);
  return new Map(rows.map(({ uid, at }) => [uid, instant(at)]));
}

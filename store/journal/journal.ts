import type { JournalFrame } from '#core/changes.ts';
import { type StationId, stationId } from '#core/shared/ids.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import { fromWord, isOneOf } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import type { JournalRow, Numbered } from '../tables.ts';

/** The journal has no index by station, so a look for one station goes back this many frames and no further. */
export const MOST_FRAMES_SEARCHED = 200_000;
const REPLAY_PAGE = 1_000;

export interface JournalFilter {
  readonly stationId?: StationId;
  /** Only those of these stations; of all where it is left out. */
  readonly stationIds?: readonly StationId[];
  /** Only frames older than this one. */
  readonly before?: number;
  readonly limit: number;
}

export interface StoredFrame {
  readonly id: number;
  readonly frame: JournalFrame;
}

/** The latest frames, newest first. */
export async function listJournal(query: Query, filter: JournalFilter): Promise<readonly StoredFrame[]> {
  const before = filter.before ?? (await newestFrameId(query)) + 1;
  let list = query
    .selectFrom('journal')
    .selectAll()
    .where('id', '<', before)
    .where('id', '>=', before - MOST_FRAMES_SEARCHED)
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.stationId !== undefined) list = list.where('station_id', '=', filter.stationId);
  if (filter.stationIds !== undefined) list = list.where(isOneOf('station_id', filter.stationIds));
  return (await list.execute()).map(frameOf);
}

/** When a station was last heard; null where none of the latest frames is its. */
export async function lastHeard(query: Query, station: StationId): Promise<Instant | null> {
  const newest = await newestFrameId(query);
  const row = await query
    .selectFrom('journal')
    .select('at')
    .where('id', '>', newest - MOST_FRAMES_SEARCHED)
    .where('station_id', '=', station)
    .where('direction', '=', 'in')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : instant(row.at);
}

/** Everything the stations ever sent, in the order in which it arrived. */
export async function* replayFrames(query: Query): AsyncGenerator<JournalFrame> {
  let after = 0;
  for (;;) {
    const page = await query
      .selectFrom('journal')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(REPLAY_PAGE)
      .execute();
    for (const row of page) if (row.direction === 'in') yield frameOf(row).frame;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

async function newestFrameId(query: Query): Promise<number> {
  const row = await query
    .selectFrom('journal')
    .select((frame) => frame.fn.max('id').as('newest'))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

function frameOf(row: JournalRow & Numbered): StoredFrame {
  return {
    id: row.id,
    frame: {
      stationId: stationId(row.station_id),
      at: instant(row.at),
      direction: fromWord(row.direction),
      text: row.text,
      answer: row.answer,
    },
  };
}

import type { CivilDay } from './civil-day.ts';
import type { CompiledComponent } from './compile-tariff.ts';
import { LANE, LANES, type Lane } from './lane.ts';
import type { DayWindow } from './tariff.ts';

/** What counts at which minute of a kind of day. */
export interface DayTable {
  /** Number of the stretch that holds a minute of the day. */
  readonly stretchAt: Uint16Array;
  /** Minute with which each stretch ends. */
  readonly ends: Uint16Array;
  /** By lane and stretch: the component that counts, `NONE`, or `ASK` where it depends on more than the clock. */
  readonly chosen: readonly Int32Array[];
  /** By lane and stretch: those that may count, in order, up to the first that counts in any case. */
  readonly candidates: readonly (readonly (readonly CompiledComponent[])[])[];
  /** By stretch, 1 where no blocking fee is counted. */
  readonly quiet: Uint8Array;
}

export const NONE = -1;
export const ASK = -2;
const MINUTES_OF_DAY = 1_440;
/** Some years of days; then it begins anew. */
const MOST_KEPT = 5_000;

interface DayRules {
  readonly quiet: DayWindow | null;
  /** By component, whether it counts on a day at all. */
  readonly holdsOn: (day: CivilDay) => readonly boolean[];
}

/** Days of one kind share a table: most tariffs have two or three. */
export function createDayTables(
  components: readonly CompiledComponent[],
  rules: DayRules,
): (day: CivilDay) => DayTable {
  const byDay = new Map<CivilDay, DayTable>();
  const byKind = new Map<string, DayTable>();
  const ends = stretchEnds(components, rules.quiet);
  const stretchAt = stretches(ends);
  return (day) => {
    const known = byDay.get(day);
    if (known !== undefined) return known;
    const holds = rules.holdsOn(day);
    const kind = holds.map((one) => (one ? '1' : '0')).join('');
    const table = byKind.get(kind) ?? makeTable(components.filter(({ id }) => holds[id] === true));
    byKind.set(kind, table);
    if (byDay.size >= MOST_KEPT) byDay.clear();
    byDay.set(day, table);
    return table;
  };

  function makeTable(holding: readonly CompiledComponent[]): DayTable {
    const starts = [0, ...ends.slice(0, -1)];
    const candidates = LANES.map((lane) => {
      const mine = inOrder(holding, lane);
      return starts.map((minute) => untilCertain(mine.filter(({ when }) => isWithin(when.window, minute))));
    });
    return {
      stretchAt,
      ends,
      candidates,
      chosen: candidates.map((ofLane) => Int32Array.from(ofLane, certainOf)),
      quiet: Uint8Array.from(starts, (minute) =>
        rules.quiet !== null && isWithin(rules.quiet, minute) ? 1 : 0,
      ),
    };
  }
}

/** Whether a minute of the day lies in a window; none at all is the whole day. */
export function isWithin(window: DayWindow | null, minute: number): boolean {
  if (window === null) return true;
  const { from, to } = window;
  return from < to ? from <= minute && minute < to : from > to && (minute >= from || minute < to);
}

/** Where nobody came, what is said of that comes before what is said of reservations at large (OCPI 2.2.1 §11.4.5). */
function inOrder(holding: readonly CompiledComponent[], lane: Lane): readonly CompiledComponent[] {
  const mine = holding.filter((one) => one.lane === lane);
  if (lane === LANE.expiredTime) return [...mine, ...inOrder(holding, LANE.reservedTime)];
  if (lane === LANE.expiredFlat) return [...mine, ...inOrder(holding, LANE.reservedFlat)];
  return mine;
}

function untilCertain(candidates: readonly CompiledComponent[]): readonly CompiledComponent[] {
  const certain = candidates.findIndex(({ isMomentary }) => !isMomentary);
  return certain === -1 ? candidates : candidates.slice(0, certain + 1);
}

function certainOf(candidates: readonly CompiledComponent[]): number {
  const [first] = candidates;
  if (first === undefined) return NONE;
  return first.isMomentary ? ASK : first.id;
}

function stretchEnds(components: readonly CompiledComponent[], quiet: DayWindow | null): Uint16Array {
  const windows = [...components.map(({ when }) => when.window), quiet];
  const marks = windows.flatMap((window) => (window === null ? [] : [window.from, window.to]));
  const inside = marks.filter((minute) => minute > 0 && minute < MINUTES_OF_DAY);
  return Uint16Array.from([...new Set([...inside, MINUTES_OF_DAY])].sort((a, b) => a - b));
}

function stretches(ends: Uint16Array): Uint16Array {
  const found = new Uint16Array(MINUTES_OF_DAY);
  let stretch = 0;
  for (let minute = 0; minute < MINUTES_OF_DAY; minute += 1) {
    if (minute === ends[stretch]) stretch += 1;
    found[minute] = stretch;
  }
  return found;
}

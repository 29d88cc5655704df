import { DAY, instant, MINUTE } from '../shared/units.ts';
import type { CompiledTariff } from './compile-tariff.ts';
import { type DayTable, NONE } from './day-table.ts';
import { LANE, type Lane } from './lane.ts';
import type { WallDays } from './wall-days.ts';

/** What counts in a day of UTC, by slot: of each lane the component, or `NONE`. */
export interface Slots {
  readonly energy: Int32Array;
  readonly time: Int32Array;
  readonly parking: Int32Array;
  readonly flat: Int32Array;
  /** 1 where no blocking fee is counted. */
  readonly quiet: Uint8Array;
  /** Until when the same counts, in ms since the day began. */
  readonly until: Int32Array;
}

export interface TimelineDay {
  readonly from: number;
  readonly to: number;
  readonly slots: Slots;
}

/** The prices of a tariff along the one time that all clocks share: asked without looking at a clock on a wall. */
export interface PriceTimeline {
  readonly slotMs: number;
  /** Null where the clock on the wall does not run with the slots, as long ago. */
  dayAt(at: number): TimelineDay | null;
}

const QUARTER = 15 * MINUTE;
/** Some years; then it begins anew. */
const MOST_KEPT = 2_000;

/** Of a tariff that asks for the clock alone; null of any other. */
export function priceTimeline(tariff: CompiledTariff, days: WallDays): PriceTimeline | null {
  if (!isByClock(tariff)) return null;
  const slotMs = changesByQuarter(tariff) ? QUARTER : MINUTE;
  const known = new Map<number, TimelineDay | null>();
  const numbers = new Map<DayTable, number>();
  const kinds = new Map<string, Slots>();
  return {
    slotMs,
    dayAt(at) {
      const number = Math.floor(at / DAY);
      const found = known.get(number);
      if (found !== undefined) return found;
      if (known.size >= MOST_KEPT) known.clear();
      const made = dayOf(number * DAY);
      known.set(number, made);
      return made;
    },
  };

  /** Most days are like another. */
  function dayOf(from: number): TimelineDay | null {
    const stretches = stretchesOf(from);
    if (stretches === null) return null;
    const kind = stretches.map(({ table, wallMs, to }) => `${numberOf(table)} ${wallMs} ${to}`).join(' ');
    const slots = kinds.get(kind) ?? slotsOf(stretches, slotMs);
    kinds.set(kind, slots);
    return { from, to: from + DAY, slots };
  }

  function stretchesOf(from: number): readonly EvenStretch[] | null {
    const found: EvenStretch[] = [];
    for (let at = from; at < from + DAY; ) {
      const { day, pieces } = days.dayAt(instant(at));
      const piece = pieces.find(({ to }) => at < to);
      if (piece === undefined) return null;
      const wallMs = piece.wallMs + at - piece.from;
      const to = Math.min(piece.to, from + DAY);
      if (wallMs % slotMs !== 0 || to % slotMs !== 0) return null;
      found.push({ table: tariff.tableOf(day), wallMs, from: at - from, to: to - from });
      at = to;
    }
    return found;
  }

  function numberOf(table: DayTable): number {
    const number = numbers.get(table) ?? numbers.size;
    numbers.set(table, number);
    return number;
  }
}

/** Whether a tariff asks for nothing but the clock and the state of the car, and sells by the unit. */
export function isByClock({ components, durations, energies, hasSteps }: CompiledTariff): boolean {
  const isBounded = durations.length > 0 || energies.length > 0;
  return !hasSteps && !isBounded && !components.some(({ isMomentary }) => isMomentary);
}

/** Whether its prices change on the quarters of an hour alone, as most are painted. */
export function changesByQuarter({ components, tariff }: CompiledTariff): boolean {
  const windows = [...components.map(({ when }) => when.window), tariff.blocking?.quiet ?? null];
  return windows.every((window) => window === null || (window.from % 15 === 0 && window.to % 15 === 0));
}

/** A stretch of a day of UTC in which the clock on the wall runs evenly and stays within one day. */
interface EvenStretch {
  readonly table: DayTable;
  /** What the clock shows at its beginning. */
  readonly wallMs: number;
  /** In ms since the day began. */
  readonly from: number;
  readonly to: number;
}

function slotsOf(stretches: readonly EvenStretch[], slotMs: number): Slots {
  const made = stretches.flatMap(({ table, wallMs, from, to }) =>
    Array.from({ length: (to - from) / slotMs }, (_, slot): Counting => {
      const place = table.stretchAt[Math.floor((wallMs + slot * slotMs) / MINUTE)] ?? 0;
      const chosen = (lane: Lane): number => table.chosen[lane]?.[place] ?? NONE;
      return {
        energy: chosen(LANE.energy),
        time: chosen(LANE.time),
        parking: chosen(LANE.parking),
        flat: chosen(LANE.flat),
        quiet: table.quiet[place] ?? 0,
      };
    }),
  );
  const until = new Int32Array(made.length);
  for (let slot = made.length - 1; slot >= 0; slot -= 1) {
    const next = made[slot + 1];
    const isLast = next === undefined || !isSame(next, made[slot]);
    until[slot] = isLast ? (slot + 1) * slotMs : (until[slot + 1] ?? 0);
  }
  return {
    energy: Int32Array.from(made, ({ energy }) => energy),
    time: Int32Array.from(made, ({ time }) => time),
    parking: Int32Array.from(made, ({ parking }) => parking),
    flat: Int32Array.from(made, ({ flat }) => flat),
    quiet: Uint8Array.from(made, ({ quiet }) => quiet),
    until,
  };
}

type Counting = { readonly [Key in Exclude<keyof Slots, 'until'>]: number };

function isSame(one: Counting, other: Counting | undefined): boolean {
  return (
    one.energy === other?.energy &&
    one.time === other.time &&
    one.parking === other.parking &&
    one.flat === other.flat &&
    one.quiet === other.quiet
  );
}

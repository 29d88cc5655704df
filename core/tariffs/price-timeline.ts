import { DAY, instant, MINUTE } from '../shared/units.ts';
import type { CompiledTariff } from './compile-tariff.ts';
import { NONE } from './day-table.ts';
import { LANE, type Lane } from './lane.ts';
import type { WallDays } from './wall-days.ts';

/** What counts at a moment: by lane a component, or `NONE`. */
export interface Regime {
  readonly energy: number;
  readonly time: number;
  readonly parking: number;
  readonly flat: number;
  /** No blocking fee is counted. */
  readonly isQuiet: boolean;
}

/** A day of UTC in slots, during each of which the same counts. */
export interface TimelineDay {
  readonly from: number;
  readonly to: number;
  /** By slot. */
  readonly regimes: readonly Regime[];
  /** By slot: until when the same counts, in ms since `from`. */
  readonly until: Int32Array;
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
  const { components, durations, energies, hasSteps } = tariff;
  if (hasSteps || durations.length > 0 || energies.length > 0) return null;
  if (components.some(({ isMomentary }) => isMomentary)) return null;
  const slotMs = changesByQuarter(tariff) ? QUARTER : MINUTE;
  const known = new Map<number, TimelineDay | null>();
  const same = new Map<string, Regime>();
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

  function dayOf(from: number): TimelineDay | null {
    const regimes: Regime[] = [];
    const until = new Int32Array(DAY / slotMs);
    for (let at = from; at < from + DAY; ) {
      const here = regimeAt(at);
      if (here === null) return null;
      const end = Math.min(from + DAY, here.to);
      const before = regimes.at(-1);
      // What goes on unchanged is one.
      if (before === here.regime)
        for (let slot = regimes.length; until[slot - 1] === at - from; slot -= 1)
          until[slot - 1] = end - from;
      while (regimes.length < (end - from) / slotMs) {
        until[regimes.length] = end - from;
        regimes.push(here.regime);
      }
      at = end;
    }
    return { from, to: from + DAY, regimes, until };
  }

  function regimeAt(at: number): { readonly regime: Regime; readonly to: number } | null {
    const { day, pieces } = days.dayAt(instant(at));
    const piece = pieces.find(({ to }) => at < to);
    if (piece === undefined || [piece.from, piece.to, piece.wallMs].some((ms) => ms % slotMs !== 0))
      return null;
    const table = tariff.tableOf(day);
    const stretch = table.stretchAt[Math.floor((piece.wallMs + at - piece.from) / MINUTE)] ?? 0;
    const turn = piece.from + (table.ends[stretch] ?? 0) * MINUTE - piece.wallMs;
    const chosen = (lane: Lane): number => table.chosen[lane]?.[stretch] ?? NONE;
    const regime: Regime = {
      energy: chosen(LANE.energy),
      time: chosen(LANE.time),
      parking: chosen(LANE.parking),
      flat: chosen(LANE.flat),
      isQuiet: table.quiet[stretch] === 1,
    };
    const key = `${regime.energy} ${regime.time} ${regime.parking} ${regime.flat} ${regime.isQuiet}`;
    const known = same.get(key) ?? regime;
    same.set(key, known);
    return { regime: known, to: Math.min(piece.to, turn) };
  }
}

/** Whether its prices change on the quarters of an hour alone, as most are painted. */
export function changesByQuarter({ components, tariff }: CompiledTariff): boolean {
  const windows = [...components.map(({ when }) => when.window), tariff.blocking?.quiet ?? null];
  return windows.every((window) => window === null || (window.from % 15 === 0 && window.to % 15 === 0));
}

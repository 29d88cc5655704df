import type { CivilDay } from './civil-day.ts';
import type { Restrictions } from './tariff.ts';

/** From a value on, to before another. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const OF_ITSELF = ['dates', 'energy', 'duration'] as const;
type Narrowing = (typeof OF_ITSELF)[number];

/** Whether the dates of a price are over. */
export function isOver({ dates }: Restrictions, today: CivilDay): boolean {
  return dates !== null && dates.until !== null && dates.until <= today;
}

/**
 * Whether prices that hold at an hour of the week give every session a price then, from today on: one does that is not
 * narrowed further, or several do together, such as one up to 10 kWh and one from 10 kWh on. Power and current narrow
 * nothing: no session tells of them, and such a price counts as if it fitted. Prices that close each other's gaps by two
 * things at once, dates and energy, are not seen through: what is said of them is a warning.
 */
export function isPricedThroughout(prices: readonly Restrictions[], today: CivilDay): boolean {
  const kept = prices.map((when) => stretchesOf(when, today));
  return OF_ITSELF.some((of) => {
    const alone = kept.filter((narrowed) => OF_ITSELF.every((one) => one === of || isWhole(narrowed[one])));
    return reachesAll(alone.map((narrowed) => narrowed[of]));
  });
}

function stretchesOf(
  { dates, energy, duration }: Restrictions,
  today: CivilDay,
): Readonly<Record<Narrowing, Stretch>> {
  return {
    dates: { from: Math.max(0, (dates?.from ?? today) - today), to: (dates?.until ?? Infinity) - today },
    energy: { from: energy?.atLeast ?? 0, to: energy?.below ?? Infinity },
    duration: { from: duration?.atLeast ?? 0, to: duration?.below ?? Infinity },
  };
}

function isWhole({ from, to }: Stretch): boolean {
  return from <= 0 && to === Infinity;
}

function reachesAll(stretches: readonly Stretch[]): boolean {
  let reached = 0;
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    if (from > reached) return false;
    reached = Math.max(reached, to);
  }
  return reached === Infinity;
}

import type { Choice } from './choose-component.ts';
import { type CivilDay, weekdayOf } from './civil-day.ts';
import { createDayTables, type DayTable } from './day-table.ts';
import { holidayOn } from './german-holidays.ts';
import { LANE, LANES, type Lane } from './lane.ts';
import type { Dimension, PriceComponent, Restrictions, Tariff } from './tariff.ts';

/** A tariff as the engine reads it: what depends on the clock stands in tables, one for each kind of day. */
export interface CompiledTariff {
  readonly tariff: Tariff;
  readonly components: readonly CompiledComponent[];
  /** By component, that it counts in any case. */
  readonly certain: readonly Choice[];
  /** By lane, whether anything is ever paid for there. */
  readonly hasLane: readonly boolean[];
  /** Some are billed in blocks. */
  readonly hasSteps: boolean;
  /** Moments since the start of a session at which a price may change, in ms, in order. */
  readonly durations: readonly number[];
  /** The same of its energy, in mWh. */
  readonly energies: readonly number[];
  readonly tableOf: (day: CivilDay) => DayTable;
}

export interface CompiledComponent {
  /** Its place in the list of all components. */
  readonly id: number;
  readonly element: number;
  readonly index: number;
  readonly lane: Lane;
  readonly component: PriceComponent;
  readonly when: Restrictions;
  /** Depends on more than the clock. */
  readonly isMomentary: boolean;
}

/** Takes as long as pricing some hundred sessions, once: the result is kept with the tariff. */
export function compileTariff(tariff: Tariff): CompiledTariff {
  const known = compiled.get(tariff);
  if (known !== undefined) return known;
  const made = compile(tariff);
  compiled.set(tariff, made);
  return made;
}

const compiled = new WeakMap<Tariff, CompiledTariff>();

function compile(tariff: Tariff): CompiledTariff {
  const components = componentsOf(tariff);
  const { blocking } = tariff;
  const grace = blocking?.grace.of === 'session' ? [blocking.grace.ms] : [];
  return {
    tariff,
    components,
    certain: components.map(({ id }) => ({ id, isAssumed: false })),
    hasLane: LANES.map((lane) => components.some((one) => mayCount(one, lane))),
    hasSteps: components.some(({ component }) => component.stepSize !== null),
    durations: thresholds([...components.map(({ when }) => when.duration), ...grace]),
    energies: thresholds(components.map(({ when }) => when.energy)),
    tableOf: createDayTables(components, {
      quiet: blocking?.quiet ?? null,
      holdsOn: (day) => components.map(({ when }) => holdsOn(day, when, tariff)),
    }),
  };
}

function componentsOf({ elements }: Tariff): readonly CompiledComponent[] {
  const made: CompiledComponent[] = [];
  for (const [element, { components, when }] of elements.entries())
    for (const [index, component] of components.entries()) {
      const lane = laneOf(component.dimension, when.reservation);
      if (lane === null) continue;
      const isMomentary = [when.energy, when.duration, when.power, when.current].some((one) => one !== null);
      made.push({ id: made.length, element, index, lane, component, when, isMomentary });
    }
  return made;
}

/** Null where nothing can be paid for: nobody takes energy or parks during a reservation. */
function laneOf(dimension: Dimension, reservation: Restrictions['reservation']): Lane | null {
  if (reservation === null) return LANE[dimension];
  if (dimension === 'time') return reservation === 'used' ? LANE.reservedTime : LANE.expiredTime;
  if (dimension === 'flat') return reservation === 'used' ? LANE.reservedFlat : LANE.expiredFlat;
  return null;
}

/** Where nobody came, the price of a reservation that was used may count as well. */
function mayCount({ lane }: CompiledComponent, where: Lane): boolean {
  if (where === LANE.expiredTime) return lane === where || lane === LANE.reservedTime;
  if (where === LANE.expiredFlat) return lane === where || lane === LANE.reservedFlat;
  return lane === where;
}

function holdsOn(day: CivilDay, { weekdays, holidays, dates }: Restrictions, { land }: Tariff): boolean {
  if (dates !== null) {
    if (dates.from !== null && day < dates.from) return false;
    if (dates.until !== null && day >= dates.until) return false;
  }
  const isWeekday = weekdays === null || weekdays.includes(weekdayOf(day));
  const isHoliday = holidays !== 'ignored' && land !== null && holidayOn(day, land) !== null;
  switch (holidays) {
    case 'ignored':
      return isWeekday;
    case 'too':
      return isWeekday || isHoliday;
    case 'except':
      return isWeekday && !isHoliday;
    case 'only':
      return isHoliday;
  }
}

function thresholds(
  ranges: readonly (number | { readonly atLeast: number | null; readonly below: number | null } | null)[],
): readonly number[] {
  const all = ranges.flatMap((range) => {
    if (range === null) return [];
    return typeof range === 'number' ? [range] : [range.atLeast, range.below];
  });
  return [...new Set(all)]
    .filter((one) => one !== null && one > 0)
    .map(Number)
    .sort((a, b) => a - b);
}

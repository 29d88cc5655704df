import { DIMENSIONS, type Restrictions, type TariffElement } from '#api/tariff-model.ts';
import type { Drawing } from './drawing.ts';
import { type Band, type Day, HOLIDAYS, type Paint, QUARTER_MINUTES, QUARTERS } from './paint.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Sorts the elements of a tariff into what is painted on the week, the fee of each session, and what is left in front
 * of them. All of it together means what the tariff means (`elements-of-paint.ts` is the way back).
 */
export function drawingOf(elements: readonly TariffElement[]): Drawing {
  const { specials, painted } = sorted(elements);
  const week = weekOf(painted, false);
  const holidays = weekOf(painted, true);
  const areLikeOthers = isSame(week, holidays);
  if (!areLikeOthers && holidays.some((day) => !isSame([day], [holidays[0] ?? []])))
    return { specials: elements, paint: EMPTY, startFee: null };
  const columns = [...week, holidays[areLikeOthers ? WEEKDAYS.length - 1 : 0] ?? []];
  const fees = columns.flat().map((here) => JSON.stringify(here.band.find(isFee) ?? null));
  const startFee = new Set(fees).size === 1 ? (columns[0]?.[0]?.band.find(isFee) ?? null) : null;
  const withoutFee = (band: Band) => (startFee === null ? band : band.filter((one) => !isFee(one)));
  const ordered = columns
    .flat()
    .map(({ band, order }) => ({
      band: withoutFee(band),
      order: startFee === null ? order : order.slice(0, FEE_PLACE),
    }))
    .filter(({ band }) => band.length > 0)
    .toSorted((a, b) => compareOrder(a.order, b.order));
  const bands = new Map(ordered.map(({ band }) => [JSON.stringify(band), band]));
  const keys = [...bands.keys()];
  return {
    specials,
    paint: {
      bands: [...bands.values()],
      days: columns.map((day) =>
        day.map(({ band }) => {
          const place = keys.indexOf(JSON.stringify(withoutFee(band)));
          return place === -1 ? null : place;
        }),
      ),
      hasHolidays: !areLikeOthers,
    },
    startFee,
  };
}

const FEE_PLACE = DIMENSIONS.indexOf('flat');
const NO_DAY: Day = Array.from({ length: QUARTERS }, () => null);
const EMPTY: Paint = {
  bands: [],
  days: Array.from({ length: HOLIDAYS + 1 }, () => NO_DAY),
  hasHolidays: false,
};

/** What depends on the clock alone may step behind all that never speaks of the same dimension. */
function sorted(elements: readonly TariffElement[]): {
  readonly specials: readonly TariffElement[];
  readonly painted: readonly TariffElement[];
} {
  const specials: TariffElement[] = [];
  const painted: TariffElement[] = [];
  const taken = new Set<string>();
  for (const element of elements.toReversed()) {
    const dimensions = element.components.map(({ dimension }) => dimension);
    if (isPaintable(element) && !dimensions.some((one) => taken.has(one))) painted.unshift(element);
    else {
      specials.unshift(element);
      for (const one of dimensions) taken.add(one);
    }
  }
  return { specials, painted };
}

function isPaintable({ components, when }: TariffElement): boolean {
  const { window, dates, energyWh, durationSeconds, powerW, currentMa, reservation } = when;
  const others = [dates, energyWh, durationSeconds, powerW, currentMa, reservation];
  const isOnGrid =
    window === null || (window.from % QUARTER_MINUTES === 0 && window.to % QUARTER_MINUTES === 0);
  return components.length > 0 && isOnGrid && others.every((one) => one === null);
}

interface Here {
  readonly band: Band;
  /** By dimension, the element that gives the price: bands keep the order of the tariff. */
  readonly order: readonly number[];
}

function weekOf(elements: readonly TariffElement[], onHoliday: boolean): readonly (readonly Here[])[] {
  return WEEKDAYS.map((weekday) => {
    const holding = elements.map(({ when }) => isOn(when, weekday, onHoliday));
    return Array.from({ length: QUARTERS }, (_, quarter) =>
      mergedAt(
        elements,
        elements.map(
          ({ when }, index) => holding[index] === true && isWithin(when, quarter * QUARTER_MINUTES),
        ),
      ),
    );
  });
}

function mergedAt(elements: readonly TariffElement[], holding: readonly boolean[]): Here {
  const chosen = DIMENSIONS.map((dimension) => {
    const element = elements.findIndex(
      ({ components }, index) =>
        holding[index] === true && components.some((one) => one.dimension === dimension),
    );
    return { element, component: elements[element]?.components.find((one) => one.dimension === dimension) };
  });
  return {
    band: chosen.flatMap(({ component }) => component ?? []),
    order: chosen.map(({ element }) => (element === -1 ? elements.length : element)),
  };
}

function isOn({ weekdays, holidays }: Restrictions, weekday: number, onHoliday: boolean): boolean {
  const isDay = weekdays === null || weekdays.includes(weekday);
  switch (holidays) {
    case 'ignored':
      return isDay;
    case 'too':
      return isDay || onHoliday;
    case 'except':
      return isDay && !onHoliday;
    case 'only':
      return onHoliday;
  }
}

/** A window that goes past midnight holds at both ends of each day by itself. */
function isWithin({ window }: Restrictions, minute: number): boolean {
  if (window === null) return true;
  const { from, to } = window;
  return from < to ? from <= minute && minute < to : from > to && (minute >= from || minute < to);
}

function isFee({ dimension }: Band[number]): boolean {
  return dimension === 'flat';
}

function isSame(a: readonly (readonly Here[])[], b: readonly (readonly Here[])[]): boolean {
  const bands = (days: readonly (readonly Here[])[]) =>
    JSON.stringify(days.map((day) => day.map(({ band }) => band)));
  return bands(a) === bands(b);
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const difference = one - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

import type { Weekday } from '../access/access-rule.ts';
import type { CivilDay } from './civil-day.ts';
import { isWithin } from './day-table.ts';
import { isOver, isPricedThroughout } from './priced-throughout.ts';
import { DIMENSIONS, type Dimension, type Restrictions, type Tariff } from './tariff.ts';
import type { Fault, TariffFault, WeekStretch } from './tariff-fault.ts';

/**
 * What the grid of a week shows of a tariff: hours without a price in a dimension that has one at others, hours for
 * which two prices were given, and prices that never count. Restrictions to energy, duration, power, current or dates make
 * an element one that counts at times: it does not hide another, nor close a gap unless others close it together with it.
 */
export function judgeWeek(tariff: Tariff, today: CivilDay): readonly TariffFault[] {
  const sellsEnergy = offersOf(tariff, 'energy').length > 0;
  return DIMENSIONS.flatMap((dimension) => {
    const offers = offersOf(tariff, dimension);
    if (offers.length === 0) return [];
    const cells = cellsOf(offers, tariff).map((cell) => ({ cell, here: holding(offers, cell) }));
    return [
      ...unreachable(offers, cells, dimension),
      ...(dimension === 'energy' || dimension === 'time'
        ? gaps(cells, dimension, today).filter(
            ({ fault }) => fault.kind === 'gap' || !isBesideEnergy(dimension, sellsEnergy),
          )
        : []),
      ...overlaps(cells, dimension),
    ];
  });
}

/** Time that costs something after some hours only gives nothing away where energy is paid for. */
function isBesideEnergy(dimension: Dimension, sellsEnergy: boolean): boolean {
  return dimension === 'time' && sellsEnergy;
}

/** A component that may give the price of a dimension, outside of reservations. */
interface Offer {
  readonly element: number;
  readonly component: number;
  readonly when: Restrictions;
  /** Counts whenever the clock says so. */
  readonly isCertain: boolean;
}

interface Cell {
  readonly cell: WeekStretch;
  readonly here: readonly Offer[];
}

function offersOf({ elements }: Tariff, dimension: Dimension): readonly Offer[] {
  return elements.flatMap(({ components, when }, element) => {
    const component = components.findIndex((one) => one.dimension === dimension);
    if (component === -1 || when.reservation !== null) return [];
    const { energy, duration, power, current, dates } = when;
    const isCertain = [energy, duration, power, current, dates].every((one) => one === null);
    return [{ element, component, when, isCertain }];
  });
}

function cellsOf(offers: readonly Offer[], { land }: Tariff): readonly WeekStretch[] {
  const marks = offers.flatMap(({ when: { window } }) => (window === null ? [] : [window.from, window.to]));
  const minutes = [...new Set([0, ...marks, 1_440])].sort((a, b) => a - b);
  const speaksOfHolidays = land !== null && offers.some(({ when }) => when.holidays !== 'ignored');
  const days = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday: Weekday) =>
    speaksOfHolidays
      ? [
          { weekday, onHolidays: false },
          { weekday, onHolidays: true },
        ]
      : [{ weekday, onHolidays: false }],
  );
  return days.flatMap((day) =>
    minutes.slice(0, -1).map((from, index) => ({ ...day, from, to: minutes[index + 1] ?? 1_440 })),
  );
}

function holding(offers: readonly Offer[], { weekday, onHolidays, from }: WeekStretch): readonly Offer[] {
  return offers.filter(({ when: { weekdays, holidays, window } }) => {
    const isDay = weekdays === null || weekdays.includes(weekday);
    return isWithin(window, from) && isOn(isDay, holidays, onHolidays);
  });
}

function isOn(isDay: boolean, rule: Restrictions['holidays'], onHolidays: boolean): boolean {
  switch (rule) {
    case 'ignored':
      return isDay;
    case 'too':
      return isDay || onHolidays;
    case 'except':
      return isDay && !onHolidays;
    case 'only':
      return onHolidays;
  }
}

function unreachable(
  offers: readonly Offer[],
  cells: readonly Cell[],
  dimension: Dimension,
): readonly TariffFault[] {
  const reached = new Set(
    cells.flatMap(({ here }) => {
      const certain = here.findIndex(({ isCertain }) => isCertain);
      return certain === -1 ? here : here.slice(0, certain + 1);
    }),
  );
  return offers
    .filter((offer) => !reached.has(offer))
    .map(({ element, component }) => ({
      at: { kind: 'component', element, component },
      fault: { kind: 'unreachable', dimension },
      severity: 'forbids',
    }));
}

/**
 * No price is none: what was forgotten would be given away (OCPI 2.2.1 §11.3.1 advises a default element). Where one counts
 * at times, the rest may be meant to be free, and is named by words of its own.
 */
function gaps(cells: readonly Cell[], dimension: Dimension, today: CivilDay): readonly TariffFault[] {
  const open = cells.flatMap(({ cell, here }) => {
    const prices = here.map(({ when }) => when).filter((when) => !isOver(when, today));
    if (isPricedThroughout(prices, today)) return [];
    return [{ ...cell, of: prices.length === 0 ? ('gap' as const) : ('partly-free' as const) }];
  });
  return joined(open).map(({ of, weekday, onHolidays, from, to }) =>
    warning({ kind: of, dimension, weekday, onHolidays, from, to }),
  );
}

/** Two that are both narrowed to times and both count: the first wins, which may not be what was meant. */
function overlaps(cells: readonly Cell[], dimension: Dimension): readonly TariffFault[] {
  const met = cells.flatMap(({ cell, here }) => {
    const [first, second] = here.filter((offer) => offer.isCertain && isNarrowed(offer));
    if (first === undefined || second === undefined) return [];
    return [{ ...cell, of: `${first.element} ${second.element}`, first, second }];
  });
  return joined(met).map(({ weekday, onHolidays, from, to, first, second }) => ({
    ...warning({ kind: 'overlap', dimension, with: first.element, weekday, onHolidays, from, to }),
    at: { kind: 'component', element: second.element, component: second.component },
  }));
}

/** Stretches of one day and of the same thing that touch are one: elsewhere in the tariff a time begins between them. */
function joined<One extends WeekStretch & { readonly of: string }>(
  stretches: readonly One[],
): readonly One[] {
  const all: One[] = [];
  for (const next of stretches) {
    const last = all.at(-1);
    const isOneWith =
      last?.weekday === next.weekday &&
      last.onHolidays === next.onHolidays &&
      last.to === next.from &&
      last.of === next.of;
    if (isOneWith) all[all.length - 1] = { ...last, to: next.to };
    else all.push(next);
  }
  return all;
}

function isNarrowed({ when: { window, weekdays, holidays } }: Offer): boolean {
  return window !== null || weekdays !== null || holidays === 'only';
}

function warning(fault: Fault): TariffFault {
  return { at: { kind: 'tariff' }, fault, severity: 'warns' };
}

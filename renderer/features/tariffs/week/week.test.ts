import { describe, expect, it } from 'vitest';
import { DIMENSIONS, type PriceComponent, type Restrictions, type TariffElement } from '#api/tariff-model.ts';
import { ALWAYS, elementsOf, stretchesOf } from './elements-of-paint.ts';
import { HOLIDAYS, type Paint, QUARTERS } from './paint.ts';
import { areaBetween, paintArea, putDay, removeBand, withHolidays } from './paint-area.ts';
import { drawingOf } from './paint-of-tariff.ts';

const kwh = (priceMicros: number): PriceComponent => ({
  dimension: 'energy',
  priceMicros,
  vatBasisPoints: 1900,
});
const DAY = kwh(490_000);
const NIGHT = kwh(390_000);
const HOUR: PriceComponent = { dimension: 'time', priceMicros: 1_000_000, vatBasisPoints: 1900 };
const FEE: PriceComponent = { dimension: 'flat', priceMicros: 500_000, vatBasisPoints: 1900 };

function element(components: readonly PriceComponent[], when: Partial<Restrictions> = {}): TariffElement {
  return { components: [...components], when: { ...ALWAYS, ...when } };
}

/** What counts in a week, on working days and on holidays, at all minutes at which that may change. */
function meaningOf(elements: readonly TariffElement[], minutes: readonly number[]): readonly string[] {
  return [false, true].flatMap((onHoliday) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
      const today = elements.filter(({ when }) => isOn(when, weekday, onHoliday));
      return minutes.map((minute) => {
        const here = today.filter(({ when }) => isWithin(when.window, minute));
        return DIMENSIONS.map((dimension) => {
          const found = here.flatMap(({ components, when }) =>
            components.filter((one) => one.dimension === dimension).map((one) => ({ one, when })),
          );
          // All up to the first that asks for nothing but the clock may count.
          const certain = found.findIndex(
            ({ when }) => when.energyWh === null && when.durationSeconds === null,
          );
          return found
            .slice(0, certain === -1 ? undefined : certain + 1)
            .map(
              ({ one, when }) =>
                `${one.priceMicros}/${when.energyWh?.atLeast}/${when.durationSeconds?.atLeast}`,
            );
        }).join('|');
      });
    }),
  );
}

function marksOf(...elements: readonly TariffElement[]): readonly number[] {
  const marks = elements.flatMap(({ when: { window } }) => (window === null ? [] : [window.from, window.to]));
  return [...new Set([0, ...marks.flatMap((mark) => [mark - 1, mark]), 1_439])].filter(
    (minute) => 0 <= minute && minute < 1_440,
  );
}

function isWithin(window: Restrictions['window'], minute: number): boolean {
  if (window === null) return true;
  const { from, to } = window;
  return from < to ? from <= minute && minute < to : from > to && (minute >= from || minute < to);
}

function isOn({ weekdays, holidays }: Restrictions, weekday: number, onHoliday: boolean): boolean {
  const isDay = weekdays === null || weekdays.includes(weekday);
  if (holidays === 'ignored') return isDay;
  if (holidays === 'too') return isDay || onHoliday;
  return holidays === 'only' ? onHoliday : isDay && !onHoliday;
}

/** Chance that is the same in every run. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % sides;
  };
}

function randomElements(seed: number): readonly TariffElement[] {
  const dice = createDice(seed);
  const prices = [DAY, NIGHT, HOUR, FEE, kwh(0)];
  return Array.from({ length: 1 + dice(5) }, () => {
    const components = prices.filter((_, index) => dice(index < 2 ? 2 : 4) === 0).slice(0, 2);
    const step = dice(6) === 0 ? 7 : 15;
    return element(components.length === 0 ? [DAY] : components.filter(isFirstOfKind), {
      window:
        dice(2) === 0
          ? null
          : { from: dice(1440 / step) * step, to: (1 + dice(Math.floor(1440 / step))) * step },
      weekdays: dice(2) === 0 ? null : [1, 2, 3, 4, 5, 6, 7].filter(() => dice(2) === 0),
      holidays: (['ignored', 'too', 'except', 'only'] as const)[dice(8)] ?? 'ignored',
      energyWh: dice(6) === 0 ? { atLeast: 1_000 * dice(9), below: null } : null,
      durationSeconds: dice(8) === 0 ? { atLeast: 60 * dice(9), below: null } : null,
    });
  });
}

function isFirstOfKind(
  { dimension }: PriceComponent,
  index: number,
  all: readonly PriceComponent[],
): boolean {
  return all.findIndex((one) => one.dimension === dimension) === index;
}

describe('a tariff painted on a week', () => {
  const dayAndNight = [
    element([DAY], { window: { from: 360, to: 1_320 } }),
    element([NIGHT], { window: { from: 1_320, to: 360 } }),
    element([FEE]),
  ];

  it('has day and night as bands, in the order of the tariff, and what each session pays beside them', () => {
    const { paint, startFee, specials } = drawingOf(dayAndNight);
    expect(paint.bands).toEqual([[DAY], [NIGHT]]);
    expect(paint.days[0]?.slice(22, 26)).toEqual([1, 1, 0, 0]);
    expect(startFee).toEqual(FEE);
    expect(specials).toEqual([]);
  });

  it('becomes the same few elements again', () => {
    expect(elementsOf(drawingOf(dayAndNight))).toEqual(dayAndNight);
  });

  it('costs the same at every minute of every week before and after, whatever it was made of', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const before = randomElements(seed);
      const after = elementsOf(drawingOf(before));
      const minutes = marksOf(...before, ...after);
      expect([seed, meaningOf(after, minutes)]).toEqual([seed, meaningOf(before, minutes)]);
      expect([seed, elementsOf(drawingOf(after))]).toEqual([seed, after]);
    }
  });

  it('keeps in front what the clock alone does not say', () => {
    const cheaperLater = element([kwh(300_000)], { energyWh: { atLeast: 20_000, below: null } });
    const { specials, paint } = drawingOf([cheaperLater, ...dayAndNight]);
    expect(specials).toEqual([cheaperLater]);
    expect(paint.bands).toHaveLength(2);
  });

  it('keeps in front what would no longer win behind a special price', () => {
    const cheaperLater = element([kwh(300_000)], { energyWh: { atLeast: 20_000, below: null } });
    const weekend = element([NIGHT], { weekdays: [6, 7] });
    const { specials, paint } = drawingOf([weekend, cheaperLater, element([DAY])]);
    expect(specials).toEqual([weekend, cheaperLater]);
    expect(paint.bands).toEqual([[DAY]]);
  });

  it('keeps as it is what begins between two quarters of an hour', () => {
    const odd = element([DAY], { window: { from: 367, to: 1_320 } });
    expect(drawingOf([odd, element([NIGHT])]).specials).toEqual([odd]);
  });

  it('gives public holidays a column of their own where they cost something else', () => {
    const { paint } = drawingOf([
      element([NIGHT], { weekdays: [7], holidays: 'too' }),
      element([DAY], { weekdays: [1, 2, 3, 4, 5, 6], holidays: 'except' }),
    ]);
    expect(paint.hasHolidays).toBe(true);
    expect(new Set(paint.days[HOLIDAYS])).toEqual(new Set([0]));
  });
});

describe('painting', () => {
  const { paint } = drawingOf([element([DAY])]);
  const night = paintArea(
    { ...paint, bands: [[DAY], [NIGHT]] },
    areaBetween({ column: 4, quarter: 23 }, { column: 0, quarter: 0 }),
    1,
  );

  it('fills what lies between two cells, whichever comes first', () => {
    expect(stretchesOf(night).map(({ band, columns, window }) => [band, columns, window])).toEqual([
      [0, [0, 1, 2, 3, 4], { from: 360, to: 1_440 }],
      [0, [5, 6], { from: 0, to: 1_440 }],
      [1, [0, 1, 2, 3, 4], { from: 0, to: 360 }],
    ]);
  });

  it('copies a day onto others', () => {
    const copied = putDay(night, [5, 6], night.days[0] ?? []);
    expect(stretchesOf(copied).map(({ columns }) => columns.length)).toEqual([7, 7]);
  });

  it('leaves no price behind where a band is taken away', () => {
    const left: Paint = removeBand(night, 0);
    expect(left.bands).toEqual([[NIGHT]]);
    expect(left.days[0]?.[0]).toBe(0);
    expect(left.days[6]).toEqual(Array.from({ length: QUARTERS }, () => null));
  });

  it('begins the column of public holidays with what Sundays cost', () => {
    expect(withHolidays(night, true).days[HOLIDAYS]).toEqual(night.days[6]);
  });
});

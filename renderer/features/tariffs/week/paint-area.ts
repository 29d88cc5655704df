import type { PriceComponent } from '#api/tariff-model.ts';
import { type Band, type Day, HOLIDAYS, type Paint, QUARTERS, type Quarter } from './paint.ts';

/** A rectangle of the grid: columns and quarters, each with both ends. */
export interface Area {
  readonly columns: readonly [number, number];
  readonly quarters: readonly [number, number];
}

export interface Cell {
  readonly column: number;
  readonly quarter: number;
}

/** What lies between two cells. */
export function areaBetween(a: Cell, b: Cell): Area {
  return {
    columns: [Math.min(a.column, b.column), Math.max(a.column, b.column)],
    quarters: [Math.min(a.quarter, b.quarter), Math.max(a.quarter, b.quarter)],
  };
}

export function isInArea({ columns, quarters }: Area, { column, quarter }: Cell): boolean {
  return columns[0] <= column && column <= columns[1] && quarters[0] <= quarter && quarter <= quarters[1];
}

/** Gives an area a band, or takes every price away. */
export function paintArea(paint: Paint, area: Area, band: Quarter): Paint {
  const days = paint.days.map((day, column) =>
    column < area.columns[0] || column > area.columns[1]
      ? day
      : day.map((before, quarter) => (isInArea(area, { column, quarter }) ? band : before)),
  );
  return { ...paint, days };
}

/** The same for a window of the day, which may go past midnight, in some columns. */
export function paintWindow(
  paint: Paint,
  { columns, from, to }: { readonly columns: readonly number[]; readonly from: number; readonly to: number },
  band: Quarter,
): Paint {
  const isIn = (quarter: number) =>
    from < to ? from <= quarter && quarter < to : quarter >= from || quarter < to;
  const days = paint.days.map((day, column) =>
    columns.includes(column) ? day.map((before, quarter) => (isIn(quarter) ? band : before)) : day,
  );
  return { ...paint, days };
}

/** Puts a copied day into some columns. */
export function putDay(paint: Paint, columns: readonly [number, number], copied: Day): Paint {
  const isIn = (column: number) => columns[0] <= column && column <= columns[1];
  return { ...paint, days: paint.days.map((day, column) => (isIn(column) ? copied : day)) };
}

/** Another band beside the others, which nothing is painted with yet. */
export function addBand(paint: Paint, prices: Band): Paint {
  return { ...paint, bands: [...paint.bands, prices] };
}

export function changeBand(paint: Paint, band: number, prices: Band): Paint {
  return { ...paint, bands: paint.bands.with(band, prices) };
}

/** Takes a band away; what was painted with it has no price any more. */
export function removeBand(paint: Paint, band: number): Paint {
  const moved = (place: Quarter): Quarter => {
    if (place === null || place === band) return null;
    return place > band ? place - 1 : place;
  };
  return { ...paint, bands: paint.bands.toSpliced(band, 1), days: paint.days.map((day) => day.map(moved)) };
}

/** Gives public holidays a column of their own, to begin with what Sundays cost; or takes it away. */
export function withHolidays(paint: Paint, hasHolidays: boolean): Paint {
  const sunday = paint.days[HOLIDAYS - 1] ?? Array.from({ length: QUARTERS }, () => null);
  return { ...paint, hasHolidays, days: paint.days.with(HOLIDAYS, sunday) };
}

/** The band with another price in a dimension, or without one. */
export function withPrice(band: Band, component: PriceComponent | PriceComponent['dimension']): Band {
  const dimension = typeof component === 'string' ? component : component.dimension;
  const others = band.filter((one) => one.dimension !== dimension);
  return typeof component === 'string' ? others : [...others, component];
}

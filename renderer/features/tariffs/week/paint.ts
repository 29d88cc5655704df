import type { PriceComponent } from '#api/tariff-model.ts';

/** A week is painted by quarters of an hour. */
export const QUARTER_MINUTES = 15;
export const QUARTERS = 96;
/** Columns of the grid: Monday to Sunday, and public holidays where they have prices of their own. */
export const HOLIDAYS = 7;
export const MOST_BANDS = 6;

/** Prices that count together: at most one for each dimension. */
export type Band = readonly PriceComponent[];
/** Place of a band in the list; null where nothing has a price. */
export type Quarter = number | null;
export type Day = readonly Quarter[];

export interface Paint {
  readonly bands: readonly Band[];
  /** Monday to Sunday, then public holidays. */
  readonly days: readonly Day[];
  /** Whether public holidays have a column of their own, or cost what their weekday costs. */
  readonly hasHolidays: boolean;
}

/** Columns that are shown, by their place. */
export function columnsOf({ hasHolidays }: Paint): readonly number[] {
  return Array.from({ length: hasHolidays ? HOLIDAYS + 1 : HOLIDAYS }, (_, column) => column);
}

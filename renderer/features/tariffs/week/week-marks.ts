import type { TariffFault } from '#api/tariff-trials.ts';
import { HOLIDAYS, QUARTER_MINUTES } from './paint.ts';

/** The cells for which two prices were given, as `column-quarter`. */
export function overlapsOf(faults: readonly TariffFault[]): ReadonlySet<string> {
  return new Set(
    faults.flatMap(({ kind, stretch }) => {
      if (kind !== 'overlap' || stretch === null) return [];
      const column = stretch.onHolidays ? HOLIDAYS : stretch.weekday - 1;
      const first = Math.floor(stretch.from / QUARTER_MINUTES);
      const end = Math.ceil(stretch.to / QUARTER_MINUTES);
      return Array.from({ length: end - first }, (_, index) => `${column}-${first + index}`);
    }),
  );
}

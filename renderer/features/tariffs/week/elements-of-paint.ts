import type { DayWindow, Restrictions, TariffElement } from '#api/tariff-model.ts';
import type { Drawing } from './drawing.ts';
import { columnsOf, type Day, HOLIDAYS, type Paint, QUARTER_MINUTES, QUARTERS } from './paint.ts';

const DAY_MINUTES = QUARTERS * QUARTER_MINUTES;

/** Nothing is asked for: counts always. */
export const ALWAYS: Restrictions = {
  window: null,
  weekdays: null,
  holidays: 'ignored',
  dates: null,
  energyWh: null,
  durationSeconds: null,
  powerW: null,
  currentMa: null,
  reservation: null,
};

/** The elements of what was drawn: special prices, then each band by days that are alike, then the fee of each session. */
export function elementsOf({ specials, paint, startFee }: Drawing): readonly TariffElement[] {
  const fee = startFee === null ? [] : [{ components: [startFee], when: ALWAYS }];
  return [...specials, ...stretchesOf(paint).map(({ element }) => element), ...fee];
}

export interface Stretch {
  readonly band: number;
  /** Columns of the grid. */
  readonly columns: readonly number[];
  /** Past midnight where `to` is not after `from`. */
  readonly window: DayWindow;
  readonly element: TariffElement;
}

/** The painted week in as few pieces as are easily said: a window of the day on all days on which it is painted alike. */
export function stretchesOf(paint: Paint): readonly Stretch[] {
  return paint.bands.flatMap((components, band) => {
    if (components.length === 0) return [];
    const byWindow = new Map<string, { readonly window: DayWindow; readonly columns: number[] }>();
    for (const column of columnsOf(paint))
      for (const window of windowsOf(paint.days[column] ?? [], band)) {
        const key = `${window.from}-${window.to}`;
        const known = byWindow.get(key) ?? { window, columns: [] };
        known.columns.push(column);
        byWindow.set(key, known);
      }
    return [...byWindow.values()].map(({ window, columns }) => ({
      band,
      window,
      columns,
      element: {
        components: [...components],
        when: {
          ...ALWAYS,
          ...daysOf(columns, paint),
          window: window.from === 0 && window.to === DAY_MINUTES ? null : window,
        },
      },
    }));
  });
}

/** Runs of one band within a day; what touches midnight at both ends is one. */
function windowsOf(day: Day, band: number): readonly DayWindow[] {
  const windows: DayWindow[] = [];
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    if (day[quarter] !== band) continue;
    const from = quarter;
    while (quarter + 1 < QUARTERS && day[quarter + 1] === band) quarter += 1;
    windows.push({ from: from * QUARTER_MINUTES, to: (quarter + 1) * QUARTER_MINUTES });
  }
  const [first, last] = [windows[0], windows.at(-1)];
  if (windows.length < 2 || first?.from !== 0 || last?.to !== DAY_MINUTES) return windows;
  return [...windows.slice(1, -1), { from: last.from, to: first.to }];
}

function daysOf(
  columns: readonly number[],
  { hasHolidays }: Paint,
): Pick<Restrictions, 'weekdays' | 'holidays'> {
  const weekdays = columns.filter((column) => column < HOLIDAYS).map((column) => column + 1);
  const named = weekdays.length === HOLIDAYS ? null : weekdays;
  if (!hasHolidays) return { weekdays: named, holidays: 'ignored' };
  const areHolidays = columns.includes(HOLIDAYS);
  if (weekdays.length === 0) return { weekdays: null, holidays: 'only' };
  if (areHolidays) return { weekdays: named, holidays: named === null ? 'ignored' : 'too' };
  return { weekdays: named, holidays: 'except' };
}

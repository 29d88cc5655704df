import type { TariffFault } from '#api/tariff-trials.ts';
import type { Translate } from '../../../text/use-text.ts';
import { clockOf } from '../../../ui/week-words.ts';
import { HOLIDAYS } from '../week/paint.ts';
import { columnName } from '../week/stretch-words.ts';

export interface FaultGroup {
  readonly words: string;
  readonly severity: TariffFault['severity'];
  /** Where on the week, `Monday 00:00–06:00`; at most a few, and how many more there are. */
  readonly places: readonly string[];
  readonly more: number;
}

const MOST_PLACES = 4;

/** Faults in words, those that forbid first; what is wrong at several times of the week is said once. */
export function faultGroups(faults: readonly TariffFault[], t: Translate): readonly FaultGroup[] {
  const groups = new Map<string, { words: string; severity: TariffFault['severity']; places: string[] }>();
  for (const fault of faults) {
    const words = faultWords(fault, t);
    const known = groups.get(words) ?? { words, severity: fault.severity, places: [] };
    if (fault.stretch !== null) known.places.push(stretchPlace(fault.stretch, t));
    groups.set(words, known);
  }
  return [...groups.values()]
    .map(({ words, severity, places }) => {
      const all = [...new Set(places)];
      return {
        words,
        severity,
        places: all.slice(0, MOST_PLACES),
        more: Math.max(0, all.length - MOST_PLACES),
      };
    })
    .toSorted((a, b) => Number(b.severity === 'forbids') - Number(a.severity === 'forbids'));
}

function faultWords({ kind, dimension, of, place, element }: TariffFault, t: Translate): string {
  const words = t(`tariffs.fault.${kind}`, {
    dimension: dimension === null ? '' : t(`tariffs.dimension.${dimension}`),
    of: of === null ? '' : t(`tariffs.of.${of}`),
  });
  const where = place === 'element' || place === 'component' ? element : null;
  if (where === null || kind === 'gap' || kind === 'overlap') return words;
  return `${words} ${t('tariffs.inElement', { number: where + 1 })}`;
}

function stretchPlace(
  { weekday, onHolidays, from, to }: NonNullable<TariffFault['stretch']>,
  t: Translate,
): string {
  const day = onHolidays ? columnName(HOLIDAYS, t) : columnName(weekday - 1, t);
  return `${day} ${clockOf(from)}–${clockOf(to)}`;
}

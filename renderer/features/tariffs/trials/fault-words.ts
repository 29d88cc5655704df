import type { TariffFault } from '#api/tariff-trials.ts';
import type { Translate } from '../../../text/use-text.ts';
import type { Work } from '../editor/work.ts';
import { HOLIDAYS } from '../week/paint.ts';
import { stretchWords } from '../week/stretch-words.ts';
import { type FaultPlace, faultPlace } from './fault-place.ts';

type Where = NonNullable<TariffFault['stretch']>;

export interface FaultGroup {
  readonly words: string;
  readonly severity: TariffFault['severity'];
  /** Where on the page, each place once. */
  readonly at: readonly FaultPlace[];
  /** Where on the week, `Monday 00:00–06:00`; at most a few, and how many more there are. */
  readonly places: readonly string[];
  readonly more: number;
}

const MOST_PLACES = 4;

/** Faults in words, those that forbid first; what is wrong at several times of the week is said once. */
export function faultGroups(
  faults: readonly TariffFault[],
  work: Pick<Work, 'tariff' | 'drawing'>,
  t: Translate,
): readonly FaultGroup[] {
  const groups = new Map<string, Gathered>();
  for (const fault of faults) {
    const words = faultWords(fault, t);
    const known = groups.get(words) ?? { words, severity: fault.severity, at: [], stretches: [] };
    const place = faultPlace(fault, work, t);
    if (place !== null && known.at.every(({ id }) => id !== place.id)) known.at.push(place);
    if (fault.stretch !== null) known.stretches.push(fault.stretch);
    groups.set(words, known);
  }
  return [...groups.values()]
    .map(({ words, severity, at, stretches }) => {
      const all = placesOf(stretches, t);
      return {
        words,
        severity,
        at,
        places: all.slice(0, MOST_PLACES),
        more: Math.max(0, all.length - MOST_PLACES),
      };
    })
    .toSorted((a, b) => Number(b.severity === 'forbids') - Number(a.severity === 'forbids'));
}

interface Gathered extends Pick<FaultGroup, 'words' | 'severity'> {
  readonly at: FaultPlace[];
  readonly stretches: Where[];
}

function faultWords({ kind, dimension, of, currency }: TariffFault, t: Translate): string {
  return t(`tariffs.fault.${kind}`, {
    dimension: dimension === null ? '' : t(`tariffs.dimension.${dimension}`),
    of: of === null ? '' : t(`tariffs.of.${of}`),
    currency: currency ?? '',
  });
}

/** `Mon–Fri 00:00–06:00`: days that are alike are said together. */
function placesOf(stretches: readonly Where[], t: Translate): readonly string[] {
  const byWindow = new Map<string, Where[]>();
  for (const stretch of stretches) {
    const key = `${stretch.from}-${stretch.to}`;
    byWindow.set(key, [...(byWindow.get(key) ?? []), stretch]);
  }
  return [...byWindow.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const columns = new Set(alike.map(({ weekday, onHolidays }) => (onHolidays ? HOLIDAYS : weekday - 1)));
    return stretchWords(
      { columns: [...columns].toSorted((a, b) => a - b), window: { from: first.from, to: first.to } },
      t,
    );
  });
}

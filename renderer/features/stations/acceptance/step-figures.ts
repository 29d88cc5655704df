import type { AcceptanceRun } from '#api/acceptance.ts';
import type { Format } from '../../../lib/format.ts';
import { en } from '../../../text/en.ts';
import type { Translate } from '../../../text/use-text.ts';

interface FigureContext {
  readonly t: Translate;
  readonly format: Format;
}

type FigureName = keyof typeof en.acceptance.figure;

/** What was measured in a step, as one line. */
export function stepFigures(
  { figures }: Pick<AcceptanceRun['steps'][number], 'figures'>,
  { t, format }: FigureContext,
): string {
  return Object.entries(figures)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => {
      const label = isKnown(name) ? t(`acceptance.figure.${name}`) : name;
      return `${label} ${figureText(name, value, format)}`;
    })
    .join(' · ');
}

function figureText(name: string, value: string | number, format: Format): string {
  // Long lists break only where there is a blank.
  if (typeof value === 'string') return value.replaceAll(/,(?=\S)/g, ', ');
  if (name === 'at' || /[a-z]At$/.test(name)) return format.timeSeconds(value);
  if (PLAIN.has(name)) return String(value);
  const number = format.number(value, Number.isInteger(value) ? 0 : 1);
  const unit = UNITS.find(([ending]) => name.endsWith(ending))?.[1];
  return unit === undefined ? number : `${number}\u00a0${unit}`;
}

/** Numbers that name something are not grouped. */
const PLAIN: ReadonlySet<string> = new Set(['session', 'transaction', 'connector']);

const UNITS = [
  ['Seconds', 's'],
  ['Percent', '%'],
  ['Wh', 'Wh'],
  ['A', 'A'],
] as const;

function isKnown(name: string): name is FigureName {
  return name in en.acceptance.figure;
}

import type { StepFigures } from '#core/commissioning/acceptance-run.ts';
import type { ReportWords } from './report-words.ts';

/** How numbers and times are written in a report: by the site's region and time zone. */
export interface ReportFormat {
  readonly language: 'de' | 'en';
  readonly region: string;
  readonly timeZone: string;
}

/** The figures of a step as one line: what they are called, with their units. */
export function figureLine(figures: StepFigures, words: ReportWords, format: ReportFormat): string {
  return Object.entries(figures)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${words.figure[name] ?? name} ${figureText(name, value, format)}`)
    .join(' · ');
}

export function moment(at: number, { language, region, timeZone }: ReportFormat): string {
  const country = region.split('-')[1];
  return new Intl.DateTimeFormat(country === undefined ? language : `${language}-${country}`, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at);
}

function figureText(name: string, value: string | number, format: ReportFormat): string {
  // Long lists break only where there is a blank.
  if (typeof value === 'string') return value.replaceAll(/,(?=\S)/g, ', ');
  if (name === 'at' || /[a-z]At$/.test(name)) return moment(value, format);
  if (PLAIN.has(name)) return String(value);
  const number = new Intl.NumberFormat(format.region, { maximumFractionDigits: 1 }).format(value);
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

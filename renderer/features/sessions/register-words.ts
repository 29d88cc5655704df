import type { Format } from '../../lib/format.ts';

/** A register as this site writes numbers, with as many decimals as its meter wrote; the meter's own text where it is no number. */
export function registerWords(value: string | null, format: Format): string {
  const digits = /^\s*-?\d+(?:\.(\d*))?\s*$/.exec(value ?? '');
  return value === null || digits === null
    ? (value ?? '')
    : format.number(Number(value), digits[1]?.length ?? 0);
}

interface DecimalOptions {
  /** What stands before the decimals: a comma or a point. */
  readonly sign: string;
  /** How many decimals the whole number holds: 6 for millionths. */
  readonly digits: number;
}

/** What somebody typed: a number, or why it is none. */
export type ReadDecimal =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'below-zero' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-precise' }
  /** `1.234` where decimals have a comma: whoever typed it may mean either. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'no-number' };

/** Marks between thousands, in whatever region. */
const MARKS = ".,'’\u00a0\u202f ";
const MOST_DIGITS = 9;

/**
 * What somebody typed, as a whole number of its smallest parts, digit by digit: `0,49` with six digits is 490000. Marks
 * between thousands are read where nothing else can be meant: `1.234,50`. The sign of another region is not guessed at.
 */
export function readDecimal(text: string, { sign, digits }: DecimalOptions): ReadDecimal {
  const typed = text.trim();
  if (/^[-\u2212]\s*\d/.test(typed)) return { kind: 'below-zero' };
  const [grouped = '', decimals = '', ...more] = typed.split(sign);
  if (more.length > 0 || !/^\d*$/.test(decimals)) return { kind: 'no-number' };
  const whole = ungrouped(grouped, sign);
  if (whole === undefined) return { kind: 'no-number' };
  // With one mark alone it may stand before the decimals of another region.
  if (/^\d{1,3}[.,]\d{3}$/.test(grouped) && !typed.includes(sign)) return { kind: 'ambiguous' };
  if (whole.length > MOST_DIGITS) return { kind: 'too-large' };
  if (decimals.length > digits) return { kind: 'too-precise' };
  return {
    kind: 'number',
    value: Number(whole) * 10 ** digits + Number(decimals.padEnd(digits, '0')),
  };
}

/** Without the marks between thousands: one kind of mark, before three digits each time; undefined for anything else. */
function ungrouped(text: string, sign: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const mark = [...MARKS].find((one) => one !== sign && text.includes(one));
  if (mark === undefined) return undefined;
  const [first = '', ...groups] = text.split(mark);
  const isWhole = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return isWhole ? [first, ...groups].join('') : undefined;
}

/** The number as it is typed: with as many decimals as it has, and no fewer than asked for. */
export function writeDecimal(
  value: number,
  { sign, digits, least }: DecimalOptions & { readonly least: number },
): string {
  const all = String(value).padStart(digits + 1, '0');
  const cut = all.length - digits;
  const decimals = all.slice(cut).replace(/0+$/, '').padEnd(least, '0');
  return decimals === '' ? all.slice(0, cut) : `${all.slice(0, cut)}${sign}${decimals}`;
}

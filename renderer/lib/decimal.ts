interface DecimalOptions {
  /** What stands before the decimals: a comma or a point. */
  readonly sign: string;
  /** How many decimals the whole number holds: 6 for millionths. */
  readonly digits: number;
}

/**
 * What somebody typed, as a whole number of its smallest parts, digit by digit: `0,49` with six digits is 490000.
 * Undefined for anything else, also for the sign of another region and for marks between thousands: one of them may
 * be a decimal sign to whoever typed it.
 */
export function readDecimal(text: string, { sign, digits }: DecimalOptions): number | undefined {
  const [whole = '', decimals = '', ...more] = text.trim().split(sign);
  if (!/^\d{1,9}$/.test(whole) || more.length > 0) return undefined;
  if (!/^\d*$/.test(decimals) || decimals.length > digits) return undefined;
  return Number(whole) * 10 ** digits + Number(decimals.padEnd(digits, '0'));
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

/**
 * a × b / c, rounded half up: the one place where money and energy are rounded. All are whole, c above zero;
 * a product beyond 2^53 is worked out exactly all the same. A half goes away from zero, so that a credit is
 * what was charged.
 */
export function scaled(a: number, b: number, c: number): number {
  const product = a * b;
  if (!(Math.abs(product) <= LARGEST)) return Number(dividedHalfUp(BigInt(a) * BigInt(b), BigInt(c)));
  if (product < 0) return -scaled(-product, 1, c);
  // Quicker by far than `%` of large numbers; a quotient that was rounded up leaves a rest below zero.
  const quotient = Math.floor(product / c);
  const rest = product - quotient * c;
  if (rest < 0) return (rest + c) * 2 >= c ? quotient : quotient - 1;
  return rest * 2 >= c ? quotient + 1 : quotient;
}

/** The same of a fraction whose parts have long left 2^53. */
export function dividedHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n) return -dividedHalfUp(-numerator, denominator);
  return (2n * numerator + denominator) / (2n * denominator);
}

/** Twice a rest, and a quotient one too large times its divisor, still have to be exact. */
const LARGEST = Number.MAX_SAFE_INTEGER / 2;

import type { Instant } from '../shared/units.ts';
import type { AccessRule } from './access-rule.ts';
import { isOpenAt, nextTurn, type WallClock } from './week-windows.ts';

/** When rules next decide otherwise by time alone; null where nothing in sight changes them. */
export function nextRuleTurn(rules: readonly AccessRule[], now: Instant, clock: WallClock): Instant | null {
  const wallTime = clock.at(now);
  return earliest(
    now,
    rules.flatMap(({ from, to, windows }) => [
      from,
      to,
      nextTurn(windows, now, { clock, open: !isOpenAt(windows, wallTime) }),
    ]),
  );
}

/** The first of some moments that lies after another one. */
export function earliest(after: Instant, moments: Iterable<Instant | null>): Instant | null {
  let first: Instant | null = null;
  for (const one of moments) if (one !== null && one > after && (first === null || one < first)) first = one;
  return first;
}

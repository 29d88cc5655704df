import { elapsed, type Instant, later, MINUTE } from '../shared/units.ts';

const WINDOW = 10 * MINUTE;
/** So many starts within the window are no accident: something that is sent may be what makes it restart. */
const TOO_MANY = 3;

/** The latest starts of a station, as many as matter. */
export function withBoot(boots: readonly Instant[], at: Instant): readonly Instant[] {
  return [...boots, at].slice(-TOO_MANY);
}

/**
 * Until when nothing is sent to a station that restarts again and again; null while it does not. ABB Terra does
 * after certain questions (lbbrhzn#1275).
 */
export function heldUntil(boots: readonly Instant[], now: Instant): Instant | null {
  const [first] = boots;
  const last = boots.at(-1);
  if (first === undefined || last === undefined || boots.length < TOO_MANY) return null;
  const until = later(last, WINDOW);
  return elapsed(first, last) < WINDOW && now < until ? until : null;
}

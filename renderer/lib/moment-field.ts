/** What knows the site's time zone: the minute of a moment there, `2026-11-21T18:05`. */
export interface MinuteKeys {
  readonly minuteKey: (at: number) => string;
}

const DAY_MS = 86_400_000;
const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * A moment typed into a `datetime-local` field, in the time of the site, wherever the computer stands; undefined when it is
 * empty or not yet whole. Of the hour that exists twice the first is meant; in the hour that is skipped it is as much later.
 */
export function typedMoment(text: string, keys: MinuteKeys): string | undefined {
  const asUtc = Date.parse(`${MINUTE.exec(text)?.[0]}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // The clocks change at most once within two days: one of both offsets holds.
  const before = asUtc - aheadOfUtc(asUtc - DAY_MS, keys);
  const after = asUtc - aheadOfUtc(asUtc + DAY_MS, keys);
  const found = [before, after]
    .toSorted((a, b) => a - b)
    .find((at) => keys.minuteKey(at) === text.slice(0, 16));
  return new Date(found ?? before).toISOString();
}

/** A moment as such a field wants it. */
export function momentForField(at: number, { minuteKey }: MinuteKeys): string {
  return minuteKey(at);
}

function aheadOfUtc(at: number, { minuteKey }: MinuteKeys): number {
  const whole = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  return Date.parse(`${minuteKey(whole)}Z`) - whole;
}

const MINUTE_MS = 60_000;

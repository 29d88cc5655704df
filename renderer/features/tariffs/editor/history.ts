/** What somebody works on, with the way back and forth. */
export interface History<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** What the last step changed: typing on in the same field is one step. */
  readonly key: string | null;
}

const MOST_STEPS = 50;

export function historyOf<State>(now: State): History<State> {
  return { past: [], now, future: [], key: null };
}

/** One step further; it is part of the last one where both have the same key. */
export function stepped<State>(
  { past, now, key: lastKey }: History<State>,
  next: State,
  key: string | null,
): History<State> {
  const isSameStep = key !== null && key === lastKey;
  return { past: isSameStep ? past : [...past, now].slice(-MOST_STEPS), now: next, future: [], key };
}

/** One step back; the same where there is none. */
export function undone<State>(history: History<State>): History<State> {
  const { past, now, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], key: null };
}

/** The step again that was taken back. */
export function redone<State>(history: History<State>): History<State> {
  const { past, now, future } = history;
  const [next, ...rest] = future;
  if (next === undefined) return history;
  return { past: [...past, now], now: next, future: rest, key: null };
}

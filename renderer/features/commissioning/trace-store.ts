import type { TraceLine } from '#api/trace.ts';

/** What the list shows right now. Another object whenever something has changed. */
export interface TraceView {
  /** Oldest first, those that pass the filter. */
  readonly lines: readonly TraceLine[];
  /** How many are held in all. */
  readonly held: number;
  /** How many have come while the list stands still, and pass the filter. */
  readonly waiting: number;
  /** How many have made room for newer ones; only the journal still has them. */
  readonly dropped: number;
}

export type TracePredicate = (line: TraceLine) => boolean;

/** Lines of messages, up to a hundred thousand, kept outside React: only what is in sight is ever drawn. */
export interface TraceStore {
  readonly view: TraceView;
  subscribe(listener: () => void): () => void;
  /** New lines, or the answers of known ones. */
  add(lines: readonly TraceLine[]): void;
  /** Lines of the journal, newest first as the API gives them. */
  addFromJournal(lines: readonly TraceLine[]): void;
  filter(predicate: TracePredicate): void;
  /** While it stands still, new lines wait, as many as the list would hold. */
  standStill(still: boolean): void;
  clear(): void;
}

/** A hundred thousand and what is trimmed in one go, so that the rest is rarely moved. */
const TRIMMED_AT_ONCE = 5_000;
const MOST_LINES = 100_000 + TRIMMED_AT_ONCE;

export function createTraceStore(most = MOST_LINES, trimmedAtOnce = TRIMMED_AT_ONCE): TraceStore {
  const listeners = new Set<() => void>();
  let all: TraceLine[] = [];
  let shown: TraceLine[] = [];
  let waiting: TraceLine[] = [];
  let waitingPassing = 0;
  let dropped = 0;
  let places = new Map<string, Place>();
  let passes: TracePredicate = () => true;
  let still = false;
  let view: TraceView = { lines: shown, held: 0, waiting: 0, dropped: 0 };

  return {
    get view() {
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(lines) {
      for (const line of lines) if (!amend(line)) take(line);
      if (all.length > most) trim();
      if (waiting.length > most) trimWaiting();
      publish();
    },
    addFromJournal(lines) {
      const unknown = lines.filter((line) => !amend(line)).reverse();
      const last = all.at(-1);
      const mustWait = (line: TraceLine): boolean => still && last !== undefined && line.at > last.at;
      const older = unknown.filter((line) => !mustWait(line));
      waiting = [...unknown.filter(mustWait), ...waiting].sort(byTime);
      if (waiting.length > most) trimWaiting();
      const [first] = all;
      const newest = older.at(-1);
      all = [...older, ...all];
      // After a pause of the stream the journal tells what was missed, too.
      if (first !== undefined && newest !== undefined && newest.at > first.at) all.sort(byTime);
      // The cap holds for what streams in; whoever pages back wants to see what is there.
      rebuild();
      publish();
    },
    filter(predicate) {
      passes = predicate;
      rebuild();
      publish();
    },
    standStill(wanted) {
      if (still === wanted) return;
      still = wanted;
      if (!still) releaseWaiting();
      publish();
    },
    clear() {
      all = [];
      waiting = [];
      dropped = 0;
      rebuild();
      publish();
    },
  };

  function take(line: TraceLine): void {
    if (still) {
      wait(line);
      return;
    }
    append(line);
  }

  function wait(line: TraceLine): void {
    places.set(line.key, { of: 'waiting', index: waiting.length });
    waiting.push(line);
    waitingPassing += Number(passes(line));
  }

  function append(line: TraceLine): void {
    const place: Place = { of: 'all', index: all.length, shownIndex: null };
    all.push(line);
    if (passes(line)) {
      place.shownIndex = shown.length;
      shown.push(line);
    }
    places.set(line.key, place);
  }

  /** Whether the line is known already; then it may have learnt its answer. */
  function amend(line: TraceLine): boolean {
    const place = places.get(line.key);
    if (place === undefined) return false;
    const list = place.of === 'all' ? all : waiting;
    const before = list[place.index];
    if (before === undefined) return false;
    const merged = mergeLines(before, line);
    list[place.index] = merged;
    if (place.of === 'waiting') waitingPassing += Number(passes(merged)) - Number(passes(before));
    else if (place.shownIndex !== null) shown[place.shownIndex] = merged;
    return true;
  }

  function releaseWaiting(): void {
    const lines = waiting;
    waiting = [];
    waitingPassing = 0;
    for (const line of lines) append(line);
    if (all.length > most) trim();
  }

  function trim(): void {
    const gone = all.length - most + trimmedAtOnce;
    dropped += gone;
    all = all.slice(gone);
    rebuild();
  }

  /** On release they would go at once: the newest alone fill the list. */
  function trimWaiting(): void {
    const gone = waiting.length - most + trimmedAtOnce;
    dropped += gone;
    for (const { key } of waiting.slice(0, gone)) places.delete(key);
    waiting = waiting.slice(gone);
    rebuildWaiting();
  }

  function rebuild(): void {
    places = new Map();
    shown = [];
    const lines = all;
    all = [];
    for (const line of lines) append(line);
    rebuildWaiting();
  }

  function rebuildWaiting(): void {
    const lines = waiting;
    waiting = [];
    waitingPassing = 0;
    for (const line of lines) wait(line);
  }

  function publish(): void {
    view = { lines: shown, held: all.length, waiting: waitingPassing, dropped };
    for (const listener of listeners) listener();
  }
}

type Place =
  | { readonly of: 'all'; readonly index: number; shownIndex: number | null }
  | { readonly of: 'waiting'; readonly index: number };

function byTime(a: TraceLine, b: TraceLine): number {
  return a.at < b.at ? -1 : Number(a.at > b.at);
}

/** The question comes from one of the two, the answer from the other or from both. */
function mergeLines(before: TraceLine, line: TraceLine): TraceLine {
  const [asked, told] = before.request === '' ? [line, before] : [before, line];
  if (told.answer === null) return { ...asked, latencyMs: asked.latencyMs ?? told.latencyMs };
  return {
    ...asked,
    outcome: told.outcome,
    answer: told.answer,
    latencyMs: told.latencyMs ?? asked.latencyMs ?? Math.max(0, Date.parse(told.at) - Date.parse(asked.at)),
  };
}

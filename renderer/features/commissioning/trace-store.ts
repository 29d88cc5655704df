import type { TraceLine } from '#api/trace.ts';

/** What the list shows right now. Another object whenever something has changed. */
export interface TraceView {
  /** Oldest first, those that pass the filter. */
  readonly lines: readonly TraceLine[];
  /** How many are held in all. */
  readonly held: number;
  /** How many have come while the list stands still, and pass the filter. */
  readonly waiting: number;
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
  /** While it stands still, new lines wait; nothing is lost. */
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
  let places = new Map<string, Place>();
  let passes: TracePredicate = () => true;
  let still = false;
  let view: TraceView = { lines: shown, held: 0, waiting: 0 };

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
      publish();
    },
    addFromJournal(lines) {
      const older = lines.filter((line) => !amend(line)).reverse();
      const [first] = all;
      const newest = older.at(-1);
      all = [...older, ...all];
      // After a pause of the stream the journal tells what was missed, too.
      if (first !== undefined && newest !== undefined && newest.at > first.at)
        all.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
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
      rebuild();
      publish();
    },
  };

  function take(line: TraceLine): void {
    if (still) {
      places.set(line.key, { of: 'waiting', index: waiting.length });
      waiting.push(line);
      return;
    }
    append(line);
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
    if (place.of === 'all' && place.shownIndex !== null) shown[place.shownIndex] = merged;
    return true;
  }

  function releaseWaiting(): void {
    const lines = waiting;
    waiting = [];
    for (const line of lines) append(line);
    if (all.length > most) trim();
  }

  function trim(): void {
    all = all.slice(all.length - most + trimmedAtOnce);
    rebuild();
  }

  function rebuild(): void {
    places = new Map();
    shown = [];
    const lines = all;
    all = [];
    for (const line of lines) append(line);
    waiting.forEach((line, index) => {
      places.set(line.key, { of: 'waiting', index });
    });
  }

  function publish(): void {
    view = { lines: shown, held: all.length, waiting: still ? waiting.filter(passes).length : 0 };
    for (const listener of listeners) listener();
  }
}

type Place =
  | { readonly of: 'all'; readonly index: number; shownIndex: number | null }
  | { readonly of: 'waiting'; readonly index: number };

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

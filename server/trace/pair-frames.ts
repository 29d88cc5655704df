import type { TraceLine } from '#api/trace.ts';
import type { StationId } from '#core/shared/ids.ts';
import { MOST_FRAMES_SEARCHED, type StoredFrame } from '#store/journal/journal.ts';
import type { Reads } from '#store/reads.ts';
import { frameHead } from './frame-head.ts';
import { answeredLine, incomingLine, outgoingLine, strayAnswerLine } from './trace-line.ts';

export interface TracePage {
  /** Newest first. */
  readonly lines: readonly TraceLine[];
  /** Where the next page goes on; null at the beginning of the journal. */
  readonly next: TraceCursor | null;
}

export interface TraceCursor {
  readonly before: number;
  /** Questions that stand in a newer page already, because their answers do. */
  readonly shown: readonly string[];
}

/** A station is asked one thing at a time and has half a minute: its question is never far from its answer. */
const FRAMES_TO_QUESTION = 500;
const MOST_SHOWN = 200;

/** Reads frames of the journal and puts questions of ours together with their answers. */
export async function readTrace(
  reads: Pick<Reads, 'journal'>,
  filter: {
    readonly stationId?: StationId | undefined;
    /** Only those of these stations. */
    readonly stationIds?: readonly StationId[];
    readonly cursor: TraceCursor | null;
    readonly limit: number;
  },
): Promise<TracePage> {
  const { stationId, cursor, limit } = filter;
  const ofStation = {
    ...(stationId === undefined ? {} : { stationId }),
    ...(filter.stationIds && { stationIds: filter.stationIds }),
  };
  const page = await reads.journal({ ...ofStation, ...(cursor && { before: cursor.before }), limit });
  const pairing = pairFrames(page, new Set(cursor?.shown));
  const before = await whereNextBegins(reads, { page, cursor, limit });
  const oldest = page.at(-1);
  if (oldest === undefined) return { lines: [], next: before === null ? null : { before, shown: [] } };
  let { lines } = pairing;
  let shown: string[] = [];
  if (pairing.unasked.size > 0) {
    const older = await reads.journal({ ...ofStation, before: oldest.id, limit: FRAMES_TO_QUESTION });
    ({ lines, shown } = findQuestions(pairing, older));
  }
  return { lines, next: before === null ? null : { before, shown: shown.slice(0, MOST_SHOWN) } };
}

/** A page is short at the beginning of the journal, or where a station was silent for as long as is looked back. */
async function whereNextBegins(
  reads: Pick<Reads, 'journal'>,
  asked: {
    readonly page: readonly StoredFrame[];
    readonly cursor: TraceCursor | null;
    readonly limit: number;
  },
): Promise<number | null> {
  const { page, cursor, limit } = asked;
  const oldest = page.at(-1);
  if (oldest !== undefined && page.length === limit) return oldest.id;
  const from = cursor?.before ?? ((await reads.journal({ limit: 1 }))[0]?.id ?? 0) + 1;
  const searchedTo = from - MOST_FRAMES_SEARCHED;
  return searchedTo > 1 ? searchedTo : null;
}

interface Pairing {
  readonly lines: TraceLine[];
  /** Answers without a question in this page, by their place in `lines`. */
  readonly unasked: ReadonlyMap<string, { readonly index: number; readonly answer: StoredFrame }>;
}

/** Newest first: an answer is met before its question. */
function pairFrames(frames: readonly StoredFrame[], alreadyShown: ReadonlySet<string>): Pairing {
  const answers = new Map<string, StoredFrame>();
  const paired = new Set<number>();
  for (const stored of frames) {
    const { frame } = stored;
    const head = frameHead(frame.text);
    const name = `${frame.stationId} ${head.messageId}`;
    if (frame.direction === 'in' && (head.kind === 'result' || head.kind === 'error'))
      answers.set(name, stored);
    else if (frame.direction === 'out') {
      const answer = answers.get(name);
      if (answer !== undefined) paired.add(answer.id);
    }
  }
  const lines: TraceLine[] = [];
  const unasked = new Map<string, { readonly index: number; readonly answer: StoredFrame }>();
  for (const stored of frames) {
    const { frame } = stored;
    const head = frameHead(frame.text);
    const name = `${frame.stationId} ${head.messageId}`;
    if (frame.direction === 'out') {
      const answer = answers.get(name);
      if (answer !== undefined) lines.push(answeredLine(outgoingLine(frame), answer.frame));
      else if (!alreadyShown.has(name)) lines.push(outgoingLine(frame));
    } else if (head.kind === 'call' || head.kind === 'unreadable') lines.push(incomingLine(frame));
    else if (!paired.has(stored.id)) {
      unasked.set(name, { index: lines.length, answer: stored });
      lines.push(strayAnswerLine(frame));
    }
  }
  return { lines, unasked };
}

/** Completes answers at the old end of a page with their questions from before it. */
function findQuestions({ lines, unasked }: Pairing, older: readonly StoredFrame[]) {
  const completed = [...lines];
  const shown: string[] = [];
  for (const { frame } of older) {
    if (frame.direction !== 'out') continue;
    const name = `${frame.stationId} ${frameHead(frame.text).messageId}`;
    const found = unasked.get(name);
    if (found === undefined) continue;
    completed[found.index] = answeredLine(outgoingLine(frame), found.answer.frame);
    shown.push(name);
  }
  return { lines: completed, shown };
}

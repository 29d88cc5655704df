import type { TraceLine } from '#api/trace.ts';
import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Traffic } from '#ocpp/traffic.ts';
import { answeredLine, incomingLine, outgoingLine, strayAnswerLine } from './trace-line.ts';

/** Messages as they pass. Whoever reports asks first whether anybody looks: then, and only then, it costs something. */
export interface LiveTrace {
  readonly watched: boolean;
  /** A call of a station that has its answer, or null where the line is closed instead. */
  answered(
    call: { readonly stationId: string; readonly receivedAt: number; readonly raw: string },
    answer: AnswerGiven,
  ): void;
  /** What else passed over the line of a station. */
  passed(id: string, traffic: Traffic): void;
  /** Hands lines to the listener, many at once; of those stations that are wanted at that moment. */
  watch(
    isWanted: (stationId: string) => boolean,
    listener: (lines: readonly TraceLine[]) => void,
  ): () => void;
  close(): void;
}

export interface AnswerGiven {
  readonly frame: string | null;
  readonly latencyMs: number;
}

interface Watcher {
  readonly isWanted: (stationId: string) => boolean;
  readonly listener: (lines: readonly TraceLine[]) => void;
}

const GATHER_MS = 100;
/** More questions than can be open at once. */
const MOST_OPEN = 10_000;

export function createLiveTrace(): LiveTrace {
  const watchers = new Set<Watcher>();
  const open = new Map<string, TraceLine>();
  let waiting: TraceLine[] = [];
  let timer: NodeJS.Timeout | null = null;

  return {
    get watched() {
      return watchers.size > 0;
    },

    answered({ stationId: id, receivedAt, raw }, { frame, latencyMs }) {
      const at = instant(receivedAt);
      tell(incomingLine({ stationId: stationId(id), at, text: raw, answer: frame }, Math.round(latencyMs)));
    },

    passed(id, traffic) {
      const line = lineOf(id, traffic);
      if (line !== null) tell(line);
    },

    watch(isWanted, listener) {
      const watcher = { isWanted, listener };
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) rest();
      };
    },

    close() {
      watchers.clear();
      rest();
    },
  };

  function lineOf(id: string, traffic: Traffic): TraceLine | null {
    const of = (text: string, answer: string | null = null) => ({
      stationId: stationId(id),
      at: instant(traffic.at),
      text,
      answer,
    });
    switch (traffic.kind) {
      case 'sent-call': {
        const line = outgoingLine(of(traffic.frame));
        if (open.size < MOST_OPEN) open.set(`${id} ${traffic.messageId}`, line);
        return line;
      }
      case 'received-answer': {
        const name = `${id} ${traffic.messageId}`;
        const line = open.get(name);
        open.delete(name);
        if (line !== undefined) return answeredLine(line, { at: traffic.at, text: traffic.raw });
        return strayAnswerLine(of(traffic.raw), 'answered');
      }
      case 'late-answer':
      case 'unasked-answer':
        return strayAnswerLine(of(traffic.raw));
      case 'refused-call':
        return incomingLine(of(traffic.raw, traffic.answer), 0);
      case 'unreadable-frame':
        return incomingLine(of(traffic.raw));
      case 'handler-failed':
        return null;
    }
  }

  function tell(line: TraceLine): void {
    waiting.push(line);
    timer ??= setTimeout(flush, GATHER_MS);
  }

  function flush(): void {
    timer = null;
    const lines = waiting;
    waiting = [];
    for (const { isWanted, listener } of watchers) {
      const wanted = lines.filter((line) => isWanted(line.stationId));
      if (wanted.length > 0) listener(wanted);
    }
  }

  function rest(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    waiting = [];
    open.clear();
  }
}

import type { TraceLine } from '#api/trace.ts';
import type { JournalFrame } from '#core/changes.ts';
import { instant } from '#core/shared/units.ts';
import { isoTime } from '../rest/iso-time.ts';
import { type FrameHead, frameHead } from './frame-head.ts';

/** A frame of a station that asks or tells something, with our answer. */
export function incomingLine(
  frame: Pick<JournalFrame, 'stationId' | 'at' | 'text' | 'answer'>,
  latencyMs: number | null = null,
): TraceLine {
  const { stationId, at, text, answer } = frame;
  const head = frameHead(text);
  return {
    key: `${stationId}|in|${head.messageId ?? text.length}|${at}`,
    at: isoTime(instant(at)),
    stationId,
    direction: 'in',
    action: head.action,
    outcome: outcomeOf(head, answer),
    latencyMs,
    request: text,
    answer,
  };
}

/** A question of ours, not answered yet. */
export function outgoingLine(frame: Pick<JournalFrame, 'stationId' | 'at' | 'text'>): TraceLine {
  const { stationId, at, text } = frame;
  const { action, messageId } = frameHead(text);
  return {
    key: outgoingKey(stationId, messageId ?? ''),
    at: isoTime(instant(at)),
    stationId,
    direction: 'out',
    action,
    outcome: 'open',
    latencyMs: null,
    request: text,
    answer: null,
  };
}

/** The same line when its answer has come. */
export function answeredLine(
  line: TraceLine,
  answer: { readonly at: number; readonly text: string },
): TraceLine {
  return {
    ...line,
    outcome: frameHead(answer.text).kind === 'error' ? 'error' : 'answered',
    latencyMs: Math.max(0, Math.round(answer.at - Date.parse(line.at))),
    answer: answer.text,
  };
}

/** An answer whose question is not known, or was given up. */
export function strayAnswerLine(
  frame: Pick<JournalFrame, 'stationId' | 'at' | 'text'>,
  outcome: 'unasked' | 'answered' | 'error' = 'unasked',
): TraceLine {
  const { stationId, at, text } = frame;
  const messageId = frameHead(text).messageId ?? '';
  return {
    key: outcome === 'unasked' ? `${stationId}|stray|${messageId}|${at}` : outgoingKey(stationId, messageId),
    at: isoTime(instant(at)),
    stationId,
    direction: 'out',
    action: null,
    outcome,
    latencyMs: null,
    request: '',
    answer: text,
  };
}

/** Our message ids are never given twice. */
function outgoingKey(stationId: string, messageId: string): string {
  return `${stationId}|out|${messageId}`;
}

function outcomeOf(head: FrameHead, answer: string | null): TraceLine['outcome'] {
  if (head.kind === 'unreadable') return 'unreadable';
  if (answer === null) return 'closed';
  return frameHead(answer).kind === 'error' ? 'error' : 'answered';
}

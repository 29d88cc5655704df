import type { CallErrorFrame, CallResultFrame } from './frame.ts';

/** What the queue needs to know about a call; what it means is the connection's business. */
export interface QueuedCall {
  readonly messageId: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Writes the frame. Called when it is this call's turn. */
  send(): void;
}

export type AnswerFrame = (CallResultFrame | CallErrorFrame) & { readonly raw: string };

export type QueueOutcome =
  | { readonly kind: 'answered'; readonly frame: AnswerFrame }
  /** An answer came and broke off. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'aborted' };

export interface CallQueue {
  /** Waits for its turn, sends, and waits for the answer. Never rejects. */
  push(call: QueuedCall): Promise<QueueOutcome>;
  /** Hands in an answer. `late` means its call had already been given up, `unknown` that there was none. */
  settle(frame: AnswerFrame): 'matched' | 'late' | 'unknown';
  /** The answer to this call has come and cannot be read: nothing better will. */
  damaged(messageId: string): void;
  /** Ends every waiting call as closed, and every later one at once. */
  close(): void;
}

/**
 * Our calls to one station, first come first served, at most one open at a time (OCPP-J 1.6 §4.1.1). A call
 * that timed out gives its place to the next one; its answer, should it still come, is recognised as late.
 */
export function createCallQueue(): CallQueue {
  const waiting: PendingCall[] = [];
  const givenUp: string[] = [];
  let open: PendingCall | undefined;
  let closed = false;

  function sendNext(): void {
    if (open !== undefined || closed) return;
    const current = waiting.shift();
    if (current === undefined) return;
    // One signal may end several calls; this one has only not been told yet.
    if (current.call.signal?.aborted) {
      finish(current, { kind: 'aborted' });
      return;
    }
    open = current;
    current.timer = setTimeout(() => giveUp(current, { kind: 'timeout' }), current.call.timeoutMs);
    current.call.send();
  }

  function giveUp(pending: PendingCall, outcome: QueueOutcome): void {
    if (pending === open) {
      givenUp.push(pending.call.messageId);
      if (givenUp.length > REMEMBERED) givenUp.shift();
    }
    finish(pending, outcome);
  }

  function finish(pending: PendingCall, outcome: QueueOutcome): void {
    clearTimeout(pending.timer);
    pending.call.signal?.removeEventListener('abort', pending.onAbort);
    if (pending === open) open = undefined;
    else if (waiting.includes(pending)) waiting.splice(waiting.indexOf(pending), 1);
    pending.resolve(outcome);
    sendNext();
  }

  return {
    push(call) {
      if (closed) return Promise.resolve({ kind: 'closed' });
      if (call.signal?.aborted) return Promise.resolve({ kind: 'aborted' });
      return new Promise((resolve) => {
        const pending: PendingCall = {
          call,
          resolve,
          timer: undefined,
          onAbort: () => giveUp(pending, { kind: 'aborted' }),
        };
        call.signal?.addEventListener('abort', pending.onAbort);
        waiting.push(pending);
        sendNext();
      });
    },

    settle(frame) {
      if (open !== undefined && frame.messageId === open.call.messageId) {
        finish(open, { kind: 'answered', frame });
        return 'matched';
      }
      return givenUp.includes(frame.messageId) ? 'late' : 'unknown';
    },

    damaged(messageId) {
      if (open !== undefined && messageId === open.call.messageId) finish(open, { kind: 'damaged' });
    },

    close() {
      if (closed) return;
      closed = true;
      for (const pending of open === undefined ? [...waiting] : [open, ...waiting]) {
        finish(pending, { kind: 'closed' });
      }
    },
  };
}

/** How many given-up calls are remembered so that their late answers can be told from unasked ones. */
const REMEMBERED = 32;

interface PendingCall {
  readonly call: QueuedCall;
  readonly resolve: (outcome: QueueOutcome) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly onAbort: () => void;
}

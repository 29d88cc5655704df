import { encodeCallError, withNumericMessageId } from './frame.ts';
import type { RefusedCall } from './read-call.ts';
import type { Answer, ReceivedCall } from './received-call.ts';
import { isNeverRefused } from './v16/actions.ts';

/** The calls of one station, handled one after the other in the order they came. */
export interface Inbox {
  /** Takes one call. */
  accept(call: ReceivedCall | RefusedCall): void;
  /** How many calls wait for the one being handled. */
  readonly waiting: number;
  /** Takes and begins nothing more. Resolves when the call being handled has been answered. */
  stop(): Promise<void>;
}

export interface InboxOptions {
  onCall(call: ReceivedCall): Promise<Answer>;
  onRefused(call: RefusedCall, answer: string): void;
  onFailed(call: ReceivedCall, error: unknown): void;
  /** Called after each answer, when room has become free. */
  onProgress(): void;
  write(frame: string): void;
  close(code: number, reason: string): void;
}

export function createInbox(options: InboxOptions): Inbox {
  const queue: (ReceivedCall | RefusedCall)[] = [];
  let handling = false;
  let stopped = false;
  const whenIdle: (() => void)[] = [];

  function begin(call: ReceivedCall | RefusedCall): void {
    if (call.validity === 'refused') {
      refuse(call);
      return;
    }
    handling = true;
    handle(call).then(
      (answer) => finish(call, answer),
      (error: unknown) => fail(call, error),
    );
  }

  function handle(call: ReceivedCall): Promise<Answer> {
    try {
      return options.onCall(call);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  function refuse(call: RefusedCall): void {
    const answer = addressed(call, encodeCallError(call.messageId, call.code, call.problem));
    options.write(answer);
    options.onRefused(call, answer);
  }

  function finish(call: ReceivedCall, answer: Answer): void {
    if (answer.kind === 'close') {
      options.close(answer.code, answer.reason);
    } else {
      options.write(addressed(call, answer.frame));
      try {
        answer.after?.();
      } catch (error) {
        options.onFailed(call, error);
      }
    }
    next();
  }

  function fail(call: ReceivedCall, error: unknown): void {
    options.onFailed(call, error);
    if (isNeverRefused(call.action)) options.close(1011, 'internal error');
    else options.write(addressed(call, encodeCallError(call.messageId, 'InternalError')));
    next();
  }

  function next(): void {
    handling = false;
    while (!handling && !stopped && queue.length > 0) {
      const call = queue.shift();
      if (call !== undefined) begin(call);
    }
    if (!handling) for (const resolve of whenIdle.splice(0)) resolve();
    options.onProgress();
  }

  return {
    accept(call) {
      if (stopped) return;
      if (handling) queue.push(call);
      else begin(call);
    },

    get waiting() {
      return queue.length;
    },

    stop() {
      stopped = true;
      queue.length = 0;
      if (!handling) return Promise.resolve();
      return new Promise((resolve) => {
        whenIdle.push(resolve);
      });
    },
  };
}

function addressed(call: ReceivedCall | RefusedCall, frame: string): string {
  const numeric = call.deviations.length > 0 && call.deviations.some((d) => d.kind === 'message-id-number');
  return numeric ? withNumericMessageId(frame, call.messageId) : frame;
}

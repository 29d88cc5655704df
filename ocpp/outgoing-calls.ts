import type { CallOutcome } from './call-outcome.ts';
import { createCallQueue, type QueueOutcome } from './call-queue.ts';
import type { Clock } from './clock.ts';
import type { CallOptions } from './connection.ts';
import { type CallErrorFrame, type CallResultFrame, encodeCall } from './frame.ts';
import { noted } from './read-call.ts';
import type { Traffic } from './traffic.ts';
import type { OutgoingAction, Request } from './v16/actions.ts';
import type { Deviation } from './v16/deviation.ts';
import { maskFrame, maskSecrets } from './v16/mask-secrets.ts';
import { readResponse } from './v16/tolerance.ts';
import { checkPayload } from './v16/validate.ts';

/** Our calls to one station and their answers. */
export interface OutgoingCalls {
  call<A extends OutgoingAction>(
    action: A,
    request: Request<A>,
    options?: CallOptions,
  ): Promise<CallOutcome<A>>;
  takeAnswer(frame: CallResultFrame | CallErrorFrame, raw: string): void;
  /** Something unreadable came: where it begins like the answer to the open call, that call has had its answer. */
  takeDamaged(raw: string): void;
  close(): void;
}

export interface OutgoingCallsOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  nextMessageId(): string;
  write(frame: string): void;
  report(traffic: Traffic): void;
}

export function createOutgoingCalls(options: OutgoingCallsOptions): OutgoingCalls {
  const { clock, report } = options;
  const queue = createCallQueue();

  return {
    async call(action, request, callOptions = {}) {
      const problem = checkPayload(action, 'request', request);
      if (problem !== undefined) throw new Error(`${action}.req: ${problem.problem}`);

      const messageId = options.nextMessageId();
      const outcome = await queue.push({
        messageId,
        timeoutMs: callOptions.timeoutMs ?? options.timeoutMs,
        signal: callOptions.signal,
        send() {
          options.write(encodeCall(messageId, action, request));
          const frame = encodeCall(messageId, action, maskSecrets(request));
          report({ kind: 'sent-call', at: clock.now(), messageId, action, frame });
          callOptions.onSent?.();
        },
      });
      return understand(action, outcome);
    },

    takeAnswer(frame, raw) {
      const match = queue.settle({ ...frame, raw });
      if (match === 'matched') return;
      const kind = match === 'late' ? 'late-answer' : 'unasked-answer';
      report({ kind, at: clock.now(), messageId: frame.messageId, raw: maskFrame(raw) });
    },

    takeDamaged(raw) {
      const messageId = beginningOfAnswer.exec(raw)?.[1];
      if (messageId !== undefined) queue.damaged(messageId);
    },

    close: queue.close,
  };

  function understand<A extends OutgoingAction>(action: A, outcome: QueueOutcome): CallOutcome<A> {
    if (outcome.kind === 'damaged') return { kind: 'invalid-answer', problem: 'the answer breaks off' };
    if (outcome.kind !== 'answered') return outcome;
    const { frame } = outcome;
    const oddities = noted(frame.oddities);
    if (frame.kind === 'error') {
      reportAnswer({ action, messageId: frame.messageId, raw: maskFrame(frame.raw), deviations: oddities });
      return { kind: 'error', code: frame.code, description: frame.description };
    }

    const reading = readResponse(action, frame.payload);
    const deviations = reading.kind === 'valid' ? oddities : [...oddities, ...reading.deviations];
    const raw = maskFrame(frame.raw);
    if (reading.kind === 'invalid') {
      const { problem } = reading;
      reportAnswer({ action, messageId: frame.messageId, raw, deviations, problem });
      return { kind: 'invalid-answer', problem };
    }
    reportAnswer({ action, messageId: frame.messageId, raw, deviations });
    return { kind: 'result', response: reading.payload };
  }

  function reportAnswer(answer: {
    readonly action: OutgoingAction;
    readonly messageId: string;
    readonly raw: string;
    readonly deviations: readonly Deviation[];
    readonly problem?: string;
  }): void {
    report({ kind: 'received-answer', at: clock.now(), ...answer });
  }
}

/** Grizzl-E#176: a long GetConfiguration.conf that stops in the middle. */
const beginningOfAnswer = /^\s*\[\s*[34]\s*,\s*"([^"\\]{1,255})"/;

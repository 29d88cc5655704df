import type { WebSocket } from 'ws';
import { eventually, Failure, type Patience } from './judge.ts';
import { insistOnStandard } from './standard.ts';

// biome-ignore lint/suspicious/noExplicitAny: a case looks into what came over the wire as a station would
export type Payload = any;

/** What a charge point gets for a call: a CALLRESULT, a CALLERROR, or the end of the line. */
export type Answer =
  | { readonly kind: 'result'; readonly payload: Payload }
  | { readonly kind: 'error'; readonly code: string; readonly frame: readonly unknown[] }
  | { readonly kind: 'closed'; readonly code: number };

/** A call of the central system that waits for its answer. */
export interface Asked {
  readonly messageId: string;
  readonly action: string;
  readonly payload: Payload;
  answer(payload: object): void;
  /** Sends these words as they are. */
  answerText(text: string): void;
}

/** A charge point without a mind of its own, on an open line: it says what a case tells it to say. */
export interface ChargePoint {
  readonly id: string;
  readonly socket: WebSocket;
  /** Every frame that came, word for word. */
  readonly heard: readonly string[];
  readonly isOpen: boolean;
  /** The close code, once the line is gone. */
  readonly closed: Promise<number>;
  /** Sends a call and insists on a CALLRESULT that the standard allows. */
  call(action: string, payload: unknown, messageId?: string): Promise<Payload>;
  /** Sends a call and takes whatever comes. */
  attempt(action: string, payload: unknown, messageId?: string): Promise<Answer>;
  sendText(text: string): void;
  /** Waits for the central system's next call and insists that it is this one, and valid. */
  isAsked(action: string): Promise<Asked>;
  /** `isAsked`, answered at once. */
  obeys(action: string, answer?: object): Promise<Payload>;
  /** Answers this action on its own from now on, beside what the case waits for. */
  always(action: string, answer: (payload: Payload) => object): void;
  /** Payload of the latest call of this action, whoever waits for it; null when there was none. */
  lastAsked(action: string): Payload | null;
  /** Calls that came and that nobody has waited for. */
  readonly unasked: readonly Asked[];
  hangUp(): Promise<void>;
}

export interface ChargePointFacts {
  readonly id: string;
  readonly socket: WebSocket;
  /** Frames that came before anybody listened. */
  readonly early: readonly string[];
  readonly patience: Patience;
  /** Told of every action that crosses the wire. */
  saw(action: string): void;
}

export function chargePointOn({ id, socket, early, patience, saw }: ChargePointFacts): ChargePoint {
  const heard: string[] = [];
  const unasked: Asked[] = [];
  const latest = new Map<string, Payload>();
  const replies = new Map<string, (payload: Payload) => object>();
  const waiting = new Map<string, (answer: Answer) => void>();
  let messages = 0;
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  void closed.then((code) => {
    for (const answer of waiting.values()) answer({ kind: 'closed', code });
    waiting.clear();
  });
  for (const text of early) hear(text);
  socket.removeAllListeners('message');
  socket.on('message', (data) => hear(data.toString()));

  const chargePoint: ChargePoint = {
    id,
    socket,
    heard,
    unasked,
    closed,
    get isOpen() {
      return socket.readyState === socket.OPEN;
    },

    async call(action, payload, messageId) {
      const answer = await chargePoint.attempt(action, payload, messageId);
      if (answer.kind !== 'result') throw new Failure(`an answer to ${action}`, answer);
      insistOnStandard(action, 'response', answer.payload);
      return answer.payload;
    },

    attempt(action, payload, messageId = `${id.slice(0, 20)}-${++messages}`) {
      saw(action);
      return new Promise((resolve, reject) => {
        if (!chargePoint.isOpen) return resolve({ kind: 'closed', code: 0 });
        const timer = setTimeout(() => {
          waiting.delete(messageId);
          reject(new Failure(`an answer to ${action}`, `none in ${patience.ms / 1_000} s`));
        }, patience.ms);
        waiting.set(messageId, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        socket.send(JSON.stringify([2, messageId, action, payload]));
      });
    },

    sendText: (text) => socket.send(text),

    async isAsked(action) {
      const next = await eventually(`${action} from the central system`, () => unasked[0], patience);
      if (next.action !== action)
        throw new Failure(
          `${action} from the central system`,
          `${next.action} ${JSON.stringify(next.payload)}`,
        );
      unasked.shift();
      insistOnStandard(action, 'request', next.payload);
      return next;
    },

    async obeys(action, answer = { status: 'Accepted' }) {
      const asked = await chargePoint.isAsked(action);
      asked.answer(answer);
      return asked.payload;
    },

    always: (action, answer) => replies.set(action, answer),
    lastAsked: (action) => latest.get(action) ?? null,

    async hangUp() {
      if (socket.readyState === socket.CLOSED) return;
      socket.close();
      await closed;
    },
  };
  return chargePoint;

  function hear(text: string): void {
    heard.push(text);
    const [kind, messageId, third, fourth] = frameOf(text);
    if (kind === 2) {
      beAsked(String(messageId), String(third), fourth);
      return;
    }
    const answer = waiting.get(String(messageId));
    waiting.delete(String(messageId));
    if (kind === 3) answer?.({ kind: 'result', payload: third });
    else answer?.({ kind: 'error', code: String(third), frame: frameOf(text) });
  }

  function beAsked(messageId: string, action: string, payload: Payload): void {
    saw(action);
    latest.set(action, payload);
    const answerText = (text: string) => socket.send(text, () => {});
    const answer = (given: object) => answerText(JSON.stringify([3, messageId, given]));
    const reply = replies.get(action);
    if (reply !== undefined) answer(reply(payload));
    else unasked.push({ messageId, action, payload, answer, answerText });
  }
}

function frameOf(text: string): readonly unknown[] {
  const frame: unknown = JSON.parse(text);
  if (!Array.isArray(frame)) throw new Failure('a frame of OCPP-J', text);
  return frame;
}

import type { ConnectionOptions } from 'node:tls';
import type { WebSocket } from 'ws';
import { closeCodeOf, connectRaw } from '#ocpp/test-server.ts';

/** What a station gets for a call: a CALLRESULT, a CALLERROR, or the end of the line. */
export type StationAnswer =
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a station would
  | { readonly kind: 'result'; readonly payload: any }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'closed'; readonly code: number };

type Reply = (payload: Readonly<Record<string, unknown>>) => object | null;

/** A station without a mind of its own: says what it is told to, word for word. */
export interface TestStation {
  readonly id: string;
  readonly socket: WebSocket;
  /** Calls of the central system, oldest first. */
  readonly asked: { readonly action: string; readonly payload: Readonly<Record<string, unknown>> }[];
  call(action: string, payload: unknown, messageId?: string): Promise<StationAnswer>;
  /** Like `call`, and insists on a CALLRESULT. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a station would
  ok(action: string, payload: unknown, messageId?: string): Promise<any>;
  /** Message id of the latest of them. */
  readonly lastAskedId: string;
  /** How it answers the calls of an action from now on; null keeps silent. */
  answers(action: string, reply: Reply): void;
  hangUp(): Promise<void>;
}

export async function connectStation(
  ocppUrl: string,
  id: string,
  more: {
    readonly password?: string;
    /** Instead of its identity. */
    readonly username?: string;
    readonly protocols?: readonly string[];
    readonly from?: string;
    readonly tls?: ConnectionOptions;
  } = {},
): Promise<TestStation> {
  const headers: Record<string, string> =
    more.password === undefined
      ? {}
      : {
          authorization: `Basic ${Buffer.from(`${more.username ?? id}:${more.password}`).toString('base64')}`,
        };
  const { socket } = await connectRaw(ocppUrl + encodeURIComponent(id), {
    headers,
    ...(more.protocols === undefined ? {} : { protocols: more.protocols }),
    ...(more.from === undefined ? {} : { from: more.from }),
    ...(more.tls === undefined ? {} : { tls: more.tls }),
  });
  const replies = new Map<string, Reply>();
  const waiting = new Map<string, (answer: StationAnswer) => void>();
  const asked: TestStation['asked'] = [];
  let messages = 0;
  let lastAskedId = '';
  socket.on('message', (data) => take(JSON.parse(data.toString())));
  socket.on('close', (code) => {
    for (const answer of waiting.values()) answer({ kind: 'closed', code });
    waiting.clear();
  });

  const station: TestStation = {
    id,
    socket,
    asked,
    get lastAskedId() {
      return lastAskedId;
    },
    call(action, payload, messageId = `m-${++messages}`) {
      return new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) return resolve({ kind: 'closed', code: 0 });
        waiting.set(messageId, resolve);
        socket.send(JSON.stringify([2, messageId, action, payload]));
      });
    },
    async ok(action, payload, messageId) {
      const answer = await station.call(action, payload, messageId);
      if (answer.kind !== 'result') throw new Error(`${action} was answered with ${JSON.stringify(answer)}`);
      return answer.payload;
    },
    answers: (action, reply) => replies.set(action, reply),
    async hangUp() {
      if (socket.readyState === socket.CLOSED) return;
      const closed = closeCodeOf(socket);
      socket.close();
      await closed;
    },
  };
  return station;

  function take(frame: readonly unknown[]): void {
    const [kind, id, third, fourth] = frame;
    if (kind === 2) {
      reply(String(id), String(third), fourth as Readonly<Record<string, unknown>>);
      return;
    }
    const answer = waiting.get(String(id));
    waiting.delete(String(id));
    if (kind === 3) answer?.({ kind: 'result', payload: third });
    else answer?.({ kind: 'error', code: String(third) });
  }

  function reply(messageId: string, action: string, payload: Readonly<Record<string, unknown>>): void {
    asked.push({ action, payload });
    lastAskedId = messageId;
    const given = replies.get(action);
    const answer = given === undefined ? { status: 'Accepted' } : given(payload);
    if (answer !== null) socket.send(JSON.stringify([3, messageId, answer]));
  }
}

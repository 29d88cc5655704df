import { WebSocket } from 'ws';

/** A station that says whatever text it is given, and understands no more than whom an answer is for. */
export interface RawStation {
  readonly isOpen: boolean;
  /** Resolves when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
  say(text: string): void;
  /** Says the text and waits for the answer with this message id; null when the connection went before. */
  ask(messageId: string, text: string): Promise<string | null>;
  /** Sends a CALL; null when the connection went before its answer came. */
  call(messageId: string, action: string, request: object): Promise<RawAnswer | null>;
  hangUp(): void;
}

/** The payload of a CALLRESULT, or the code of a CALLERROR. */
export type RawAnswer =
  | { readonly kind: 'result'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly kind: 'error'; readonly code: string };

/** Connects to `<url><id>`. Rejects when the server does not take the station. */
export function connectRawStation(ocppUrl: string, id: string): Promise<RawStation> {
  const socket = new WebSocket(`${ocppUrl}${encodeURIComponent(id)}`, ['ocpp1.6'], {
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(over(socket)));
    socket.once('error', reject);
  });
}

export function readAnswer(frame: string): RawAnswer {
  const [kind, , body] = JSON.parse(frame);
  return kind === 3 ? { kind: 'result', payload: body } : { kind: 'error', code: body };
}

function over(socket: WebSocket): RawStation {
  const waiting = new Map<string, (answer: string | null) => void>();
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
      resolve();
    });
  });
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const text = String(data);
    const id = messageIdOf(text);
    waiting.get(id)?.(text);
    waiting.delete(id);
  });

  const station: RawStation = {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    closed,
    say: (text) => socket.send(text),

    ask(messageId, text) {
      if (!station.isOpen) return Promise.resolve(null);
      const answer = new Promise<string | null>((resolve) => waiting.set(messageId, resolve));
      socket.send(text, () => {});
      return answer;
    },

    async call(messageId, action, request) {
      const answer = await station.ask(messageId, JSON.stringify([2, messageId, action, request]));
      return answer === null ? null : readAnswer(answer);
    },

    hangUp: () => socket.terminate(),
  };
  return station;
}

/** Ids in tests hold nothing that JSON would escape. */
function messageIdOf(frame: string): string {
  return /^\[[34],"([^"]*)"/.exec(frame)?.[1] ?? '';
}

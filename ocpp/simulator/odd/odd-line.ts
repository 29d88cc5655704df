import type { ConnectionOptions } from 'node:tls';
import { WebSocket } from 'ws';
import type { OddStage } from './odd-station.ts';

/** What comes back for a call of a station. */
export type OddAnswer =
  | { readonly kind: 'result'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'closed'; readonly code: number };

/** What a station answers: fields, any text instead of a frame, or nothing at all. */
export type OddReply = object | string | null;

/** A bare connection that says what it is told to, word for word. */
export interface OddLine {
  readonly stage: OddStage;
  readonly socket: WebSocket;
  /** Calls of the central system, oldest first. */
  readonly heard: readonly { readonly action: string; readonly payload: Readonly<Record<string, unknown>> }[];
  call(action: string, payload: unknown, messageId?: string | number): Promise<OddAnswer>;
  /** Like `call`, and insists on an answer that is none of an error. */
  ok(
    action: string,
    payload: unknown,
    messageId?: string | number,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Sends any text and waits for the answer to this message id. */
  say(text: string, messageId: string): Promise<OddAnswer>;
  send(text: string): void;
  /** How calls of the central system are answered from now on. */
  answers(action: string, reply: (payload: unknown, messageId: string) => OddReply): void;
  /** Resolves once the central system has sent this call, or has sent it so many times. */
  asked(action: string, times?: number): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
  /** The code with which the line ends. */
  readonly ended: Promise<number>;
}

export interface OddHandshake {
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Where to, if not to the usual address. */
  readonly address?: string;
  /** How TLS is spoken, where the address begins with wss. */
  readonly tls?: ConnectionOptions;
  /** False never answers pings. */
  readonly autoPong?: boolean;
}

/** Connects a station. Rejects with the status when it is turned away. */
export async function openOddLine(stage: OddStage, handshake: OddHandshake = {}): Promise<OddLine> {
  const { protocols = ['ocpp1.6'], headers = {}, autoPong = true } = handshake;
  const { stationId, password } = stage;
  const address = handshake.address ?? stage.url + encodeURIComponent(stationId);
  const credentials = Buffer.from(`${stationId}:${password ?? ''}`).toString('base64');
  const socket = new WebSocket(address, [...protocols], {
    perMessageDeflate: false,
    autoPong,
    ...handshake.tls,
    headers: { ...(password === undefined ? {} : { Authorization: `Basic ${credentials}` }), ...headers },
  });
  const line = lineOver(socket, stage);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_request, response) => {
      response.resume();
      reject(new Error(`refused with ${response.statusCode}`));
      socket.terminate();
    });
    socket.once('error', reject);
  });
  socket.on('error', () => {});
  return line;
}

/** The longest that an answer is waited for. */
const PATIENCE_MS = 20_000;

function lineOver(socket: WebSocket, stage: OddStage): OddLine {
  const heard: { action: string; payload: Readonly<Record<string, unknown>> }[] = [];
  const replies = new Map<string, (payload: unknown, messageId: string) => OddReply>();
  const waiting = new Map<string, (answer: OddAnswer) => void>();
  const listening = new Set<() => void>();
  let messages = 0;
  const ended = new Promise<number>((resolve) => {
    socket.once('close', (code) => {
      for (const answer of waiting.values()) answer({ kind: 'closed', code });
      resolve(code);
    });
  });
  socket.on('message', (data) => take(JSON.parse(data.toString())));

  const line: OddLine = {
    stage,
    socket,
    heard,
    ended,
    call: (action, payload, messageId = `odd-${++messages}`) =>
      line.say(JSON.stringify([2, messageId, action, payload]), String(messageId)),

    async ok(action, payload, messageId) {
      const answer = await line.call(action, payload, messageId);
      if (answer.kind !== 'result') throw new Error(`${action} was answered with ${JSON.stringify(answer)}`);
      return answer.payload;
    },

    say(text, messageId) {
      return new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return resolve({ kind: 'closed', code: 0 });
        const timer = setTimeout(() => reject(new Error(`no answer to ${text.slice(0, 200)}`)), PATIENCE_MS);
        waiting.set(messageId, (answer) => {
          clearTimeout(timer);
          waiting.delete(messageId);
          resolve(answer);
        });
        socket.send(text);
      });
    },

    send: (text) => socket.send(text),
    answers: (action, reply) => void replies.set(action, reply),

    asked(action, times = 1) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${action} was never asked for`)), PATIENCE_MS);
        const look = () => {
          const found = heard.filter((one) => one.action === action)[times - 1];
          if (found === undefined) return;
          clearTimeout(timer);
          listening.delete(look);
          resolve(found.payload);
        };
        listening.add(look);
        look();
      });
    },

    async close() {
      socket.close();
      await ended;
    },
  };
  return line;

  function take(frame: readonly unknown[]): void {
    const [kind, id, third, fourth] = frame;
    if (kind === 2) reply(String(id), String(third), fourth as Readonly<Record<string, unknown>>);
    else if (kind === 3)
      waiting.get(String(id))?.({ kind: 'result', payload: third as Readonly<Record<string, unknown>> });
    else waiting.get(String(id))?.({ kind: 'error', code: String(third) });
  }

  function reply(messageId: string, action: string, payload: Readonly<Record<string, unknown>>): void {
    const scripted = replies.get(action);
    const answer = scripted === undefined ? usualAnswer(action) : scripted(payload, messageId);
    if (typeof answer === 'string') socket.send(answer);
    else if (answer !== null) socket.send(JSON.stringify([3, messageId, answer]));
    heard.push({ action, payload });
    for (const look of listening) look();
  }
}

/** What is said to commands that the script does not care about. */
function usualAnswer(action: string): object {
  if (action === 'GetConfiguration') return { configurationKey: [], unknownKey: [] };
  if (action === 'GetLocalListVersion') return { listVersion: 0 };
  if (action === 'GetDiagnostics' || action === 'UpdateFirmware') return {};
  return { status: 'Accepted' };
}

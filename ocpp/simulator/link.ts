import { type RawData, WebSocket } from 'ws';
import type { CallErrorCode } from '../call-error.ts';
import { createCallQueue } from '../call-queue.ts';
import { type CallFrame, decodeFrame, encodeCall, encodeCallError, encodeCallResult } from '../frame.ts';
import { SUBPROTOCOL } from '../handshake.ts';
import type { IncomingAction, Request, Response } from '../v16/actions.ts';
import { readResponse } from '../v16/tolerance.ts';

/** How a station's own call ended. */
export type StationCallOutcome<A extends IncomingAction> =
  | { readonly kind: 'result'; readonly response: Response<A> }
  | { readonly kind: 'error'; readonly code: string }
  /** No answer, or none that could be understood. */
  | { readonly kind: 'lost' };

/** What a station says to a call of the central system. `after` runs once the answer is written. */
export type StationReply =
  | { readonly kind: 'response'; readonly response: object; readonly after?: () => void }
  | { readonly kind: 'error'; readonly code: CallErrorCode }
  /** Any text instead of an answer; undefined keeps silent. */
  | { readonly kind: 'text'; readonly text: string | undefined };

/** What a station trusts and shows on a line with TLS, as PEM. */
export interface LinkSecurity {
  readonly ca: readonly string[];
  readonly certificate?: string | undefined;
  readonly privateKey?: string | undefined;
}

/** One WebSocket of a station, from connecting to closing. */
export interface Link {
  readonly isOpen: boolean;
  call<A extends IncomingAction>(action: A, request: Request<A>): Promise<StationCallOutcome<A>>;
  /** Writes any text, for stations that misbehave. */
  sendText(text: string): void;
  /** Goes deaf and dumb without closing, as after a cable pull. */
  freeze(): void;
  close(): void;
  /** Ends without a word, as when the power goes. */
  cut(): void;
}

export interface LinkOptions {
  /** Address up to and including `/ocpp/`. */
  readonly url: string;
  readonly stationId: string;
  /** Text, or the bytes of a key. */
  readonly password?: string | Buffer | undefined;
  /** For addresses that begin with wss. */
  readonly security?: LinkSecurity | undefined;
  /** More headers of the handshake, for stations that send some. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Undefined means `ocpp1.6`; an empty list offers none. */
  readonly protocols?: readonly string[] | undefined;
  readonly callTimeoutMs: number;
  nextMessageId(): string;
  reply(action: string, request: unknown, messageId: string): StationReply;
  onClose(): void;
}

export type OpenedLink =
  | { readonly kind: 'open'; readonly link: Link }
  | { readonly kind: 'failed'; readonly reason: string };

/** Connects a station. Failure is an outcome, not an error: stations try again. */
export function openLink(options: LinkOptions): Promise<OpenedLink> {
  const { password = '', security } = options;
  const credentials = Buffer.concat([Buffer.from(`${options.stationId}:`), Buffer.from(password)]);
  const socket = new WebSocket(
    `${options.url}${encodeURIComponent(options.stationId)}`,
    [...(options.protocols ?? [SUBPROTOCOL])],
    {
      perMessageDeflate: false,
      handshakeTimeout: options.callTimeoutMs,
      minVersion: 'TLSv1.2',
      ...(security !== undefined && {
        ca: [...security.ca],
        ...(security.certificate !== undefined && { cert: security.certificate, key: security.privateKey }),
      }),
      headers: {
        ...(options.password === undefined
          ? {}
          : { Authorization: `Basic ${credentials.toString('base64')}` }),
        ...options.headers,
      },
    },
  );

  return new Promise((resolve) => {
    socket.once('open', () => resolve({ kind: 'open', link: linkOver(socket, options) }));
    socket.once('error', (error) => resolve({ kind: 'failed', reason: error.message }));
  });
}

function linkOver(socket: WebSocket, options: LinkOptions): Link {
  const queue = createCallQueue();
  socket.on('message', hear);
  socket.on('error', () => {});
  socket.on('close', () => {
    queue.close();
    options.onClose();
  });

  return {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },

    async call(action, request) {
      const messageId = options.nextMessageId();
      const outcome = await queue.push({
        messageId,
        timeoutMs: options.callTimeoutMs,
        send: () => socket.send(encodeCall(messageId, action, request)),
      });
      if (outcome.kind !== 'answered') return { kind: 'lost' };
      if (outcome.frame.kind === 'error') return { kind: 'error', code: outcome.frame.code };
      const reading = readResponse(action, outcome.frame.payload);
      return reading.kind === 'invalid' ? { kind: 'lost' } : { kind: 'result', response: reading.payload };
    },

    sendText: (text) => socket.send(text),
    freeze: () => socket.pause(),
    close: () => {
      socket.resume();
      socket.close(1000);
    },
    cut: () => socket.terminate(),
  };

  function hear(data: RawData): void {
    const raw = data.toString();
    const frame = decodeFrame(raw);
    if (frame.kind === 'call') answer(frame);
    else if (frame.kind !== 'fault') queue.settle({ ...frame, raw });
  }

  function answer({ messageId, action, payload }: CallFrame): void {
    const reply = options.reply(action, payload, messageId);
    if (reply.kind === 'text') {
      if (reply.text !== undefined) socket.send(reply.text);
      return;
    }
    if (reply.kind === 'error') {
      socket.send(encodeCallError(messageId, reply.code));
      return;
    }
    socket.send(encodeCallResult(messageId, reply.response));
    reply.after?.();
  }
}

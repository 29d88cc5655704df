import type { FastifyReply } from 'fastify';
import type { Application } from '../application.ts';
import type { Caller } from '../people/caller.ts';
import { isStillIn } from './bearer.ts';

/** Tells proxies, laptops and pages that the stream is alive: an event, because no page can see a comment. */
const BREATH = 'event: breath\ndata: {}\n\n';
const BREATH_MS = 15_000;

export interface ServerSentEvents {
  send(data: unknown, id?: string): void;
  onClose(listener: () => void): void;
}

/** Turns an answer into a stream of events that ends when its reader signs out, or falls `mostUnreadBytes` behind. */
export function sendEvents(
  app: Application,
  { reply, caller }: { readonly reply: FastifyReply; readonly caller: Caller },
  mostUnreadBytes: number,
): ServerSentEvents {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  } as Record<string, string>);
  raw.write('retry: 1000\n\n');
  const breath = setInterval(() => {
    isStillIn(app, caller).then(
      // Whoever has signed out, or been signed out, hears nothing more.
      (isIn) => (isIn ? raw.write(BREATH) : raw.destroy()),
      (error: unknown) => app.log.warn({ err: error }, 'sign-in of a live stream not checked'),
    );
  }, BREATH_MS);
  const { who } = caller;
  const forget =
    who.kind === 'person' ? app.signIns.whenEnded(who.token, () => raw.destroy()) : () => undefined;
  raw.once('close', () => {
    clearInterval(breath);
    forget();
  });

  return {
    send(data, id) {
      if (raw.writableLength > mostUnreadBytes || hasLostToken()) raw.destroy();
      else raw.write(`${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
    },
    onClose: (listener) => raw.once('close', listener),
  };

  /** A token may end between two breaths; nothing is told from then on. */
  function hasLostToken(): boolean {
    return caller.who.kind === 'client' && app.tokens.stateOf(caller.who.token) !== 'good';
  }
}

import type { Application } from '../application.ts';
import { ANSWERED, type SomeHandlers } from './route-handlers.ts';

/** Tells proxies, laptops and pages that the stream is alive: an event, because no page can see a comment. */
const BREATH = 'event: breath\ndata: {}\n\n';
const BREATH_MS = 15_000;
/** A window that has not read this much is gone or asleep; it comes back and resumes. */
const MOST_UNREAD_BYTES = 1_000_000;

/** The live stream: server-sent events, resumed after `Last-Event-ID`. */
export function liveEventsHandler(app: Application): SomeHandlers<'liveEvents'> {
  return {
    async liveEvents({ request, reply, caller }) {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...reply.getHeaders(),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      } as Record<string, string>);
      raw.write('retry: 1000\n\n');
      const lastId = request.headers['last-event-id'];
      const stop = app.events.listen(typeof lastId === 'string' ? lastId : null, ({ id, event }) => {
        if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
        else raw.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      });
      const breath = setInterval(() => {
        app.signIns.whoIs(caller.token).then(
          // Whoever has signed out, or been signed out, hears nothing more.
          (person) => (person === null ? raw.destroy() : raw.write(BREATH)),
          (error: unknown) => app.log.warn({ err: error }, 'sign-in of a live stream not checked'),
        );
      }, BREATH_MS);
      raw.once('close', () => {
        clearInterval(breath);
        stop();
      });
      return ANSWERED;
    },
  };
}

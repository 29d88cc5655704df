import type { Application } from '../application.ts';
import { seenEvent } from '../live/seen-event.ts';
import { ANSWERED, type SomeHandlers } from './route-handlers.ts';
import { sendEvents } from './server-sent-events.ts';

/** A window that has not read this much is gone or asleep; it comes back and resumes. */
const MOST_UNREAD_BYTES = 1_000_000;

/** The live stream: server-sent events, resumed after `Last-Event-ID`. */
export function liveEventsHandler(app: Application): SomeHandlers<'liveEvents'> {
  return {
    async liveEvents({ request, reply, caller }) {
      const stream = sendEvents(app, { reply, caller, isPermitted: () => true }, MOST_UNREAD_BYTES);
      const lastId = request.headers['last-event-id'];
      const stop = app.events.listen(typeof lastId === 'string' ? lastId : null, ({ id, event }) => {
        const seen = seenEvent(app.desk.live, event, caller);
        if (seen !== null) stream.send(seen, id);
      });
      stream.onClose(stop);
      return ANSWERED;
    },
  };
}

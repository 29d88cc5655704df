import { sessionId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import { createCostMessages } from './cost-messages.ts';
import { unwatchedUses } from './session-uses.ts';

/**
 * Has sessions priced whenever something is told of them, and displays told. To be started before stations come back: of the
 * time in which the program did not run nobody knows what their connectors did.
 * @returns ends it, when the last price that is being worked out is kept
 */
export async function watchPrices(app: Application): Promise<() => Promise<void>> {
  const { desk, events, rating, store } = app;
  const unwatched = await unwatchedUses(desk.live, store.reads.lastHeard);
  await desk.decide(() => ({
    value: undefined,
    changes: unwatched.map((use) => ({ kind: 'add-use', use })),
  }));
  const stop = events.listen(null, ({ event }) => {
    if (event.kind !== 'session') return;
    const id = sessionId(event.sessionId);
    if (desk.live.sessions.byId(id)?.end !== null) rating.look(id);
  });
  const messages = createCostMessages(app);
  return async () => {
    stop();
    messages.stop();
    await rating.close();
  };
}

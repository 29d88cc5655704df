import type { Application } from '../../application.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { commandView } from './command-view.ts';
import { orderFromWish } from './order-from-wish.ts';
import { station } from './station-handlers.ts';

export function commandHandlers(
  app: Application,
): SomeHandlers<'orderCommand' | 'listCommands' | 'cancelCommand'> {
  return {
    async orderCommand({ params, body, caller }) {
      const ordered = station(app, params.stationId);
      if (ordered.retiredAt !== null) throw new ApiProblem('station-retired');
      const order = await orderFromWish(app, ordered, body);
      return commandView(await app.commands.order(ordered.id, order, caller.name));
    },

    async listCommands({ query }) {
      const commands = await app.store.reads.listCommands({
        ...(query.stationId === undefined ? {} : { stationId: station(app, query.stationId).id }),
        limit: query.limit ?? 50,
      });
      return { items: commands.map(commandView) };
    },

    async cancelCommand({ params, caller }) {
      const cancelled = await app.commands.cancel(params.commandId, caller.name);
      if (cancelled === null) throw new ApiProblem('command-not-queued');
      return commandView(cancelled);
    },
  };
}

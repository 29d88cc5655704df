import type { Order } from '#api/commands.ts';
import { commandId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { commandView } from './command-view.ts';
import { station } from './named-station.ts';
import { orderFromWish } from './order-from-wish.ts';
import { onlyStationsWithin, stationWithin } from './stations-within.ts';

export function commandHandlers(
  app: Application,
): SomeHandlers<'orderCommand' | 'listCommands' | 'cancelCommand'> {
  return {
    async orderCommand({ params, body, caller }) {
      const ordered = station(app, params.stationId);
      if (isTechnicians(body.kind) && !caller.can('stations.manage', ordered.tenantId))
        throw new ApiProblem('forbidden');
      if (ordered.retiredAt !== null) throw new ApiProblem('station-retired');
      const order = await orderFromWish(app, ordered, { wish: body, caller });
      return commandView(await app.commands.order(ordered.id, order, caller.name));
    },

    async listCommands({ query, caller }) {
      const commands = await app.store.reads.listCommands({
        ...(query.stationId === undefined
          ? onlyStationsWithin(app, caller, 'stations.read')
          : {
              stationId: stationWithin(app, { id: query.stationId, permission: 'stations.read' }, caller).id,
            }),
        limit: query.limit ?? 50,
      });
      return { items: commands.map(commandView) };
    },

    async cancelCommand({ params, caller }) {
      const open = app.desk.live.commands.get(commandId(params.commandId));
      const tenant = open === undefined ? undefined : app.desk.live.stations.get(open.stationId)?.tenantId;
      if (open !== undefined && isTechnicians(open.order.kind))
        if (tenant === undefined || !caller.can('stations.manage', tenant)) throw new ApiProblem('forbidden');
      const cancelled = await app.commands.cancel(params.commandId, caller.name);
      if (cancelled === null) throw new ApiProblem('command-not-queued');
      return commandView(cancelled);
    },
  };
}

/** What only a technician does: it needs `stations.manage`, while all other orders are for whoever helps callers. */
const TECHNICIANS: ReadonlySet<string> = new Set<Order['kind']>([
  'data-transfer',
  'send-local-list',
  'clear-cache',
  'get-diagnostics',
  'get-log',
  'update-firmware',
  'signed-update-firmware',
]);

function isTechnicians(kind: string): boolean {
  return TECHNICIANS.has(kind);
}

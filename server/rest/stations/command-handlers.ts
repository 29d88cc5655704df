import type { Order as OrderWish } from '#api/commands.ts';
import { cardId, connectorId, type StationId, sessionId } from '#core/shared/ids.ts';
import type { Order } from '#core/stations/command.ts';
import type { Application } from '../../application.ts';
import { newRemoteStartTag } from '../../stations/remote-start-tag.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { commandView } from './command-view.ts';
import { station } from './station-handlers.ts';

export function commandHandlers(
  app: Application,
): SomeHandlers<'orderCommand' | 'listCommands' | 'cancelCommand'> {
  return {
    async orderCommand({ params, body, caller }) {
      const { id, retiredAt } = station(app, params.stationId);
      if (retiredAt !== null) throw new ApiProblem('station-retired');
      return commandView(await app.commands.order(id, orderOf(app, id, body), caller.person.name));
    },

    async listCommands({ query }) {
      const commands = await app.store.reads.listCommands({
        ...(query.stationId === undefined ? {} : { stationId: station(app, query.stationId).id }),
        limit: query.limit ?? 50,
      });
      return { items: commands.map(commandView) };
    },

    async cancelCommand({ params, caller }) {
      const cancelled = await app.commands.cancel(params.commandId, caller.person.name);
      if (cancelled === null) throw new ApiProblem('command-not-queued');
      return commandView(cancelled);
    },
  };
}

function orderOf(app: Application, id: StationId, wish: OrderWish): Order {
  switch (wish.kind) {
    case 'remote-start':
      return {
        kind: 'remote-start',
        connectorId: connectorId(wish.connectorId),
        idTag: idTagOf(app, wish.cardId),
      };
    case 'remote-stop': {
      const session = app.desk.live.sessions.byId(sessionId(wish.sessionId));
      if (session?.stationId !== id || session.end !== null)
        throw new ApiProblem('not-found', { detail: `running session ${wish.sessionId} of station ${id}` });
      const { transactionId } = session;
      return { kind: 'remote-stop', sessionId: session.id, transactionId, connectorId: session.connectorId };
    }
    case 'unlock':
      return { kind: 'unlock', connectorId: connectorId(wish.connectorId) };
    case 'reset':
      return { kind: 'reset', type: wish.type };
    case 'set-availability':
      return {
        kind: 'set-availability',
        connectorId: connectorId(wish.connectorId),
        inService: wish.inService,
      };
  }
}

/** Length of an idTag (OCPP 1.6 §7.28). Readers may send longer ones; we may not. */
const MOST_ON_THE_WIRE = 20;

function idTagOf(app: Application, card: number | undefined): string {
  if (card === undefined) return newRemoteStartTag();
  const known = found(app.desk.live.cards.get(cardId(card)), `card ${card}`);
  if (known.removedAt !== null) throw new ApiProblem('not-found', { detail: `card ${card}` });
  if (known.uid.length > MOST_ON_THE_WIRE)
    throw new ApiProblem('invalid-request', {
      fields: [{ path: 'body/cardId', message: 'has a number too long to be sent to a station' }],
    });
  return known.uid;
}

import type { Station } from '#api/stations.ts';
import { useOrder } from './use-order.ts';

type Keys = Readonly<Record<'r' | 'u' | 's', (() => void) | undefined>>;

/** R restarts, U unlocks, S starts (with a card, where one is named) or stops: for the station that somebody looks at. */
export function useOrderKeys(station: Station | undefined, cardId?: number): Keys {
  const order = useOrder();
  // With several connectors the one in use is meant; with none in use it is not clear which.
  const running = station?.connectors.filter(({ session }) => session !== null) ?? [];
  const only =
    running.length === 1 ? running[0] : station?.connectors.length === 1 ? station.connectors[0] : undefined;
  return {
    r: station && (() => order({ station, order: { kind: 'reset', type: 'Soft' } })),
    u:
      station?.abilities.unlock && only
        ? () => order({ station, order: { kind: 'unlock', connectorId: only.connectorId } })
        : undefined,
    s: station && only && (() => startOrStop(station, only)),
  };

  function startOrStop(of: Station, { connectorId, session }: Station['connectors'][number]): void {
    order({
      station: of,
      order:
        session === null
          ? { kind: 'remote-start', connectorId, ...(cardId !== undefined && { cardId }) }
          : { kind: 'remote-stop', sessionId: session.id },
    });
  }
}

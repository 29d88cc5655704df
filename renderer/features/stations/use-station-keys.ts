import type { Station } from '#api/stations.ts';
import type { StationTab } from '../../lib/page-search.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useOrder } from '../../lib/use-order.ts';

/** R restarts, U unlocks, S starts or stops, L writes a note: for the station whose panel is open. */
export function useStationKeys(station: Station | undefined, onTab: (tab: StationTab) => void): void {
  const order = useOrder();
  // With several connectors the one in use is meant; with none in use it is not clear which.
  const running = station?.connectors.filter(({ session }) => session !== null) ?? [];
  const only =
    running.length === 1 ? running[0] : station?.connectors.length === 1 ? station.connectors[0] : undefined;
  useLetterKeys({
    r: station && (() => order({ station, order: { kind: 'reset', type: 'Soft' } })),
    u:
      station?.abilities.unlock && only
        ? () => order({ station, order: { kind: 'unlock', connectorId: only.connectorId } })
        : undefined,
    s: station && only && (() => startOrStop(station, only)),
    l: () => onTab('logbook'),
  });

  function startOrStop(of: Station, { connectorId, session }: Station['connectors'][number]): void {
    order({
      station: of,
      order:
        session === null
          ? { kind: 'remote-start', connectorId }
          : { kind: 'remote-stop', sessionId: session.id },
    });
  }
}

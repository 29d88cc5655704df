import type { Station } from '#api/stations.ts';
import type { StationTab } from '../../lib/page-search.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useOrderKeys } from '../../lib/use-order-keys.ts';

/** R restarts, U unlocks, S starts or stops, L writes a note: for the station whose panel is open. */
export function useStationKeys(station: Station | undefined, onTab: (tab: StationTab) => void): void {
  const orders = useOrderKeys(station);
  useLetterKeys({ ...orders, l: () => onTab('logbook') });
}

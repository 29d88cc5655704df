import { type Connector, GROUP_OF_MARK, type MarkGroup, type Station } from '#api/stations.ts';
import type { MarkName } from '../../ui/status-mark.tsx';

/** One line of the list: a connector, or a station that has none to show. */
export interface StationRow {
  readonly key: string;
  readonly station: Station;
  readonly connector: Connector | null;
  /** The first line of a station carries its name. */
  readonly first: boolean;
}

/** The mark of a line; a station without connectors speaks for itself. */
export function markOf({ station, connector }: Pick<StationRow, 'station' | 'connector'>): MarkName {
  if (connector !== null) return connector.mark;
  if (!station.online) return 'offline';
  if (station.registration !== 'accepted') return 'closed';
  return station.own?.mark ?? 'unknown';
}

/** Lines of the list. An offline station is one line: what its connectors do is not known. */
export function rowsOf(stations: readonly Station[]): readonly StationRow[] {
  return stations.flatMap((station): readonly StationRow[] => {
    if (station.connectors.length === 0 || !station.online)
      return [{ key: station.id, station, connector: null, first: true }];
    return station.connectors.map((connector, index) => ({
      key: `${station.id}#${connector.connectorId}`,
      station,
      connector,
      first: index === 0,
    }));
  });
}

/** Connectors per group, so that every chip can say its number. */
export function countByGroup(stations: readonly Station[]): Readonly<Record<MarkGroup, number>> {
  const counts = { free: 0, charging: 0, occupied: 0, fault: 0, offline: 0, closed: 0 };
  for (const { connectors } of stations) for (const { mark } of connectors) counts[GROUP_OF_MARK[mark]] += 1;
  return counts;
}

/** Stations with at least one connector in that state, found by every word of the search. */
export function matchStations(
  stations: readonly Station[],
  show: MarkGroup | undefined,
  search: string,
): readonly Station[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return stations.filter((station) => {
    if (show !== undefined && !station.connectors.some(({ mark }) => GROUP_OF_MARK[mark] === show))
      return false;
    const text = [station.name, station.id, station.vendor, station.model, station.firmware]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

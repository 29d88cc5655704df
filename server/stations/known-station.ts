import type { StationId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import type { LiveSite } from '../site/live-site.ts';

/** An adopted station. Only adopted stations are let in, so one that is missing is a bug. */
export function knownStation(live: LiveSite, id: StationId): Station {
  const station = live.stations.get(id);
  if (station === undefined) throw new Error(`Station ${id} has not been adopted`);
  return station;
}

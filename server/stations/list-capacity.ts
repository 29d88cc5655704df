import type { LocalList } from '#core/stations/local-list.ts';
import type { LiveSite } from '../site/live-site.ts';
import { behaviourOf } from './behaviour-of.ts';

/** How many cards a station has room for: by its own word and by what is known of its make, whichever is less. */
export function listCapacity(live: LiveSite, { stationId, abilities }: LocalList): number {
  const { mostLocalCards } = behaviourOf(live, stationId);
  return Math.min(mostLocalCards, abilities.capacity ?? mostLocalCards);
}

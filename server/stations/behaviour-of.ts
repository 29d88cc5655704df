import type { StationId } from '#core/shared/ids.ts';
import { behaviourFor, ownBehaviourOf } from '#core/stations/behaviour.ts';
import type { Station } from '#core/stations/station.ts';
import type { Behaviour } from '#core/stations/switches.ts';
import type { LiveSite } from '../site/live-site.ts';
import { knownStation } from './known-station.ts';

/** Stations are values: what holds for one holds as long as it is the same value. */
const worked = new WeakMap<Station, Behaviour>();

/** How an adopted station is to be treated: its site's word, then what it taught us, then its make's passport. */
export function behaviourOf(live: LiveSite, id: StationId): Behaviour {
  return behaviourOfStation(live, knownStation(live, id));
}

/** The same for a station as a message is about to leave it. */
export function behaviourOfStation(live: LiveSite, station: Station): Behaviour {
  const known = worked.get(station);
  if (known !== undefined) return known;
  const behaviour = behaviourFor(station.identity, ownBehaviourOf(station), live.passports);
  worked.set(station, behaviour);
  return behaviour;
}

import type { Station } from '../stations/station.ts';

/** What a list says of a station. All else the station tells itself, or its own pages set. */
type ToldOfStation = Pick<
  Station,
  'tenantId' | 'name' | 'groupIds' | 'powerClass' | 'maxPower' | 'inventory' | 'retiredAt'
>;

/** Only what an import writes: that a station has come since, or has been given a password, changes none of it. */
export function toldOfStation(station: Station): ToldOfStation {
  const { tenantId, name, groupIds, powerClass, maxPower, inventory, retiredAt } = station;
  return { tenantId, name, groupIds, powerClass, maxPower, inventory, retiredAt };
}

/** A station as it is by now, with what a list has said of it; its make is what it says itself once it has come. */
export function toldStation(current: Station, told: Station): Station {
  const hasCome = current.lastBootAt !== null && current.lastBootAt !== told.lastBootAt;
  return { ...current, ...toldOfStation(told), identity: hasCome ? current.identity : told.identity };
}

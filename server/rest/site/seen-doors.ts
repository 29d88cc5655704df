import type { StationDoor } from '#core/settings/site-address.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';

/** By which address the stations last came that a caller may see. */
export function seenDoors({ desk: { live } }: Application, caller: Caller): readonly StationDoor[] {
  return [...live.stationDoors.values()].filter(({ stationId }) => {
    const tenant = live.stations.get(stationId)?.tenantId;
    return tenant !== undefined && caller.can('stations.read', tenant);
  });
}

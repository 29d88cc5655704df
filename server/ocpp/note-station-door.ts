import type { StationDoor } from '#core/settings/site-address.ts';
import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { DoorVisit } from '#ocpp/door-watch.ts';
import type { Application } from '../application.ts';

/** Keeps by which address a station came, when it is another than before: then it is known who has an old one. */
export function noteStationDoor(app: Application, visit: DoorVisit): void {
  const { stationId: id, host, transport, endedAt } = visit;
  const name = host === null ? null : hostName(host);
  if (id === undefined || name === null) return;
  const door: StationDoor = { stationId: stationId(id), host: name, transport, at: instant(endedAt) };
  const known = app.desk.live.stationDoors.get(door.stationId);
  if (known?.host === name && known.transport === transport) return;
  app.desk
    .decide((live) => ({
      value: undefined,
      changes: live.stations.has(door.stationId) ? [{ kind: 'save-station-door', door }] : [],
    }))
    .catch((error: unknown) => app.log.error({ err: error }, 'address of a station not kept'));
}

const LONGEST_NAME = 253;

/** Without the port; null for what is no name of a host. */
function hostName(host: string): string | null {
  const name = host.replace(/:\d*$/, '').toLowerCase();
  return name !== '' && name.length <= LONGEST_NAME && /^[\w.[\]:-]+$/.test(name) ? name : null;
}

import type { DoorVisit as DoorVisitView } from '#api/door.ts';
import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Application } from '../../application.ts';
import type { LoggedVisit } from '../../stations/door-log.ts';
import { isoTime } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';

const PAGE = 200;

export function doorHandlers(app: Application): SomeHandlers<'listDoor'> {
  return {
    listDoor: async ({ query }) => ({
      items: app.door
        .list({ before: query.before, limit: query.limit ?? PAGE })
        .map((visit) => visitView(app, visit)),
      total: app.door.total,
    }),
  };
}

function visitView(app: Application, visit: LoggedVisit): DoorVisitView {
  const station =
    visit.stationId === undefined ? undefined : app.desk.live.stations.get(stationId(visit.stationId));
  return {
    id: visit.id,
    openedAt: isoTime(instant(visit.openedAt)),
    endedAt: isoTime(instant(visit.endedAt)),
    address: visit.address,
    transport: visit.transport,
    outcome: visit.outcome,
    stationId: visit.stationId ?? null,
    stationName: station?.name ?? null,
    path: visit.path ?? null,
    protocols: [...visit.protocols],
  };
}

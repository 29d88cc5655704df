import { stationId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import { found } from '../problem.ts';

/** An adopted station, or a 404. */
export function station(app: Application, id: string): Station {
  return found(app.desk.live.stations.get(stationId(id)), `station ${id}`);
}

import { stationId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import { newPassword } from '../../people/new-password.ts';
import { adoptStation } from '../../stations/adopt-station.ts';
import { changeStation } from '../../stations/change-station.ts';
import { inviteToBoot } from '../../stations/invite-to-boot.ts';
import { setCredential } from '../../stations/set-credential.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { stationView } from './station-view.ts';

type Names =
  | 'listStations'
  | 'getStation'
  | 'adoptStation'
  | 'changeStation'
  | 'setStationPassword'
  | 'retireStation';

export function stationHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listStations({ query }) {
      await app.today.refresh();
      const stations = [...app.desk.live.stations.values()].filter(
        (station) => query.retired === true || station.retiredAt === null,
      );
      const collator = new Intl.Collator(app.desk.live.site.region, { numeric: true });
      stations.sort((a, b) => collator.compare(a.name, b.name));
      return { items: stations.map((station) => stationView(app, station)) };
    },

    async getStation({ params }) {
      await app.today.refresh();
      return stationView(app, station(app, params.stationId));
    },

    async adoptStation({ body, caller }) {
      const adopted = await adoptStation(app, { ...body, by: caller.name });
      if (adopted === null) throw new ApiProblem('station-exists', { detail: body.id });
      return stationView(app, adopted);
    },

    async changeStation({ params, body, caller }) {
      const before = station(app, params.stationId);
      const after = await changeStation(app, before.id, { ...body, by: caller.name });
      inviteToBoot(app, before, after);
      return stationView(app, after);
    },

    async setStationPassword({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      const password = body.password === undefined ? newPassword() : body.password;
      const isOurs = body.password === undefined;
      const obstacle = await setCredential(app, id, { password, isOurs, by: caller.name });
      if (obstacle === 'needs-password') throw new ApiProblem('profile-needs-password');
      if (obstacle === 'upgrade-under-way') throw new ApiProblem('upgrade-under-way');
      // One that was typed in is known to whoever typed it; only a new one has to be shown.
      return { password: body.password === undefined ? password : null };
    },

    async retireStation({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      const retired = body.undo !== true;
      const changed = await changeStation(app, id, { retired, by: caller.name });
      if (retired) app.stations.line(id)?.connection.close(1008, 'station retired');
      return stationView(app, changed);
    },
  };
}

/** An adopted station, or a 404. */
export function station(app: Application, id: string): Station {
  return found(app.desk.live.stations.get(stationId(id)), `station ${id}`);
}

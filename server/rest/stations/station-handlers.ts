import { stationId } from '#core/shared/ids.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../../application.ts';
import { newPassword } from '../../people/new-password.ts';
import { adoptStation } from '../../stations/adopt-station.ts';
import { changeStation } from '../../stations/change-station.ts';
import { inviteToBoot } from '../../stations/invite-to-boot.ts';
import { setCredential } from '../../stations/set-credential.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { hungOn } from './hung-on.ts';
import { station } from './named-station.ts';
import { stationView } from './station-view.ts';
import { stationsWithin } from './stations-within.ts';

type Names =
  | 'listStations'
  | 'getStation'
  | 'adoptStation'
  | 'changeStation'
  | 'setStationPassword'
  | 'retireStation';

export function stationHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listStations({ query, caller }) {
      await app.today.refresh();
      const stations = stationsWithin(app, caller, 'stations.read').filter(
        (station) => query.retired === true || station.retiredAt === null,
      );
      const collator = new Intl.Collator(app.desk.live.site.region, { numeric: true });
      const sorted = stations.toSorted((a, b) => collator.compare(a.name, b.name));
      return { items: sorted.map((station) => stationView(app, station, caller)) };
    },

    async getStation({ params, caller }) {
      await app.today.refresh();
      return stationView(app, station(app, params.stationId), caller);
    },

    async adoptStation({ body, caller }) {
      const { tenantId, groupIds, powerClass, inventory, ...rest } = body;
      const before = app.desk.live.stations.get(stationId(body.id));
      if (before !== undefined && !caller.can('stations.manage', before.tenantId))
        throw new ApiProblem('station-exists', { detail: body.id });
      // A retired one comes back where it hung, or where it is told to; a new one hangs on the root unless told.
      const at = before?.tenantId ?? ROOT_TENANT;
      if (tenantId === undefined && !caller.can('stations.manage', at))
        throw new ApiProblem('invalid-request', {
          fields: [{ path: 'body/tenantId', message: 'says where it is to hang, which is not the root' }],
        });
      const hung = hungOn(
        app,
        { before, body: { tenantId: tenantId ?? at, groupIds, powerClass, inventory } },
        caller,
      );
      const adopted = await adoptStation(app, { ...rest, hung, by: caller.name });
      if (adopted === null) throw new ApiProblem('station-exists', { detail: body.id });
      return stationView(app, adopted, caller);
    },

    async changeStation({ params, body, caller }) {
      const before = station(app, params.stationId);
      const { tenantId, groupIds, powerClass, inventory, ...rest } = body;
      const hung = hungOn(app, { before, body: { tenantId, groupIds, powerClass, inventory } }, caller);
      const after = await changeStation(app, before.id, { ...rest, hung, by: caller.name });
      inviteToBoot(app, before, after);
      return stationView(app, after, caller);
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
      return stationView(app, changed, caller);
    },
  };
}

import type { OdometerReading as ReadingView, VehicleDetail, Vehicle as VehicleView } from '#api/vehicles.ts';
import type { OdometerReading, Vehicle } from '#core/access/vehicle.ts';
import { vehicleNumber } from '#core/access/vehicle-number.ts';
import { vehicleId } from '#core/shared/ids.ts';
import { watts } from '#core/shared/units.ts';
import { addReading, addVehicle, changeVehicle, type VehicleWish } from '../../access/change-vehicles.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { homeNode } from '../home-node.ts';
import { fromIsoTime, isoTime, isoTimeOrNull } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { accessCursorText, accessListRequest } from './access-list-query.ts';
import { vehiclesOfNumber } from './found-by-number.ts';
import { monthUse } from './month-use.ts';
import { assignmentViews, groupRefs, heldRefs, onNode } from './party-refs.ts';
import { groupsAfter, groupsFor } from './reach.ts';
import { trimmed } from './trimmed.ts';

type Names =
  | 'listVehicles'
  | 'getVehicle'
  | 'addVehicle'
  | 'changeVehicle'
  | 'readOdometer'
  | 'removeVehicle'
  | 'restoreVehicle';

export function vehicleHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listVehicles({ query, caller }) {
      const { state } = query;
      const { items, next } = await app.store.reads.listVehicles({
        ...accessListRequest(app, caller, { query, idsOf: (text) => vehiclesOfNumber(live, text) }),
        ...(state === undefined ? {} : { state }),
      });
      return { items: await vehicleViews(app, caller, items), next: accessCursorText(next) };
    },

    getVehicle: ({ params, caller }) => detail(caller, vehicle(params.vehicleId)),

    async addVehicle({ body, caller }) {
      const { tenantId: wished, groupIds, ...fields } = body;
      const node = homeNode(app, caller, { of: 'access', wished });
      const wish = {
        ...wishOf(fields),
        tenantId: node,
        groupIds: groupsFor(app, caller, { of: 'users', node, before: [], wished: groupIds ?? [] }),
      };
      mustBeNamed({ plate: '', label: '', ...wish });
      return detail(caller, usable(await addVehicle(app, wish, caller.name)));
    },

    async changeVehicle({ params, body, caller }) {
      const known = present(params.vehicleId);
      const { blocked, tenantId: wished, groupIds, ...fields } = body;
      const node = wished === undefined ? known.tenantId : homeNode(app, caller, { of: 'access', wished });
      const wish = {
        ...wishOf(fields),
        tenantId: node,
        groupIds: groupsAfter(app, caller, { known, node, wished: groupIds }),
      };
      mustBeNamed({ ...known, ...wish });
      return detail(caller, usable(await changeVehicle(app, known.id, { wish, blocked, by: caller.name })));
    },

    async readOdometer({ params, body, caller }) {
      const { id } = present(params.vehicleId);
      const at = body.at === undefined ? app.clock.now() : fromIsoTime(body.at);
      return detail(caller, await addReading(app, id, { km: body.km, at, by: caller.name }));
    },

    async removeVehicle({ params, caller }) {
      await changeVehicle(app, present(params.vehicleId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreVehicle({ params, caller }) {
      const { id } = vehicle(params.vehicleId);
      return detail(caller, usable(await changeVehicle(app, id, { removed: false, by: caller.name })));
    },
  };

  function vehicle(id: number): Vehicle {
    return found(live.access.vehicles.get(vehicleId(id)), `vehicle ${id}`);
  }

  /** A vehicle that has not been removed. */
  function present(id: number): Vehicle {
    const known = vehicle(id);
    return found(known.removedAt === null ? known : null, `vehicle ${id}`);
  }

  async function detail(caller: Caller, shown: Vehicle): Promise<VehicleDetail> {
    const [view] = await vehicleViews(app, caller, [shown]);
    return {
      ...found(view, `vehicle ${shown.id}`),
      odometer: shown.odometer.map(readingView).toReversed(),
      assignments: assignmentViews(app, caller, { kind: 'vehicle', id: shown.id }),
    };
  }
}

interface VehicleFields {
  readonly plate?: string;
  readonly label?: string;
  readonly make?: string;
  readonly model?: string;
  readonly batteryWh?: number | null;
  readonly acPowerW?: number | null;
  readonly phases?: Vehicle['phases'];
  readonly vid?: string | null;
  readonly note?: string;
}

function wishOf({ acPowerW, vid, ...fields }: VehicleFields): VehicleWish {
  return {
    ...trimmed(fields),
    ...(acPowerW === undefined ? {} : { acPower: acPowerW === null ? null : watts(acPowerW) }),
    ...(vid === undefined ? {} : { vid: vid === null ? null : vehicleNumber(vid) }),
  };
}

function mustBeNamed({ plate, label }: Pick<Vehicle, 'plate' | 'label'>): void {
  if (plate !== '' || label !== '') return;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/plate', message: 'must be there where there is no label' }],
  });
}

/** Null means that something else has the number. */
function usable(vehicle: Vehicle | null): Vehicle {
  if (vehicle === null) throw new ApiProblem('vid-exists');
  return vehicle;
}

async function vehicleViews(
  app: Application,
  caller: Caller,
  vehicles: readonly Vehicle[],
): Promise<VehicleView[]> {
  const { live } = app.desk;
  const useOf = await monthUse(app, { of: 'vehicle', keys: vehicles.map(({ id }) => id) });
  return vehicles.map((vehicle) => {
    const { drivers, cards } = heldRefs(app, caller, { kind: 'vehicle', id: vehicle.id });
    const last = vehicle.odometer.at(-1);
    return {
      id: vehicle.id,
      ...onNode(live, vehicle.tenantId),
      plate: vehicle.plate,
      label: vehicle.label,
      make: vehicle.make,
      model: vehicle.model,
      batteryWh: vehicle.batteryWh,
      acPowerW: vehicle.acPower,
      phases: vehicle.phases,
      vid: vehicle.vid,
      groups: groupRefs(live, vehicle.groupIds),
      blockedAt: isoTimeOrNull(vehicle.blockedAt),
      note: vehicle.note,
      addedAt: isoTime(vehicle.addedAt),
      state: stateOf(vehicle),
      lastOdometer: last === undefined ? null : readingView(last),
      drivers,
      cards,
      ...useOf([vehicle.id]),
    };
  });
}

function stateOf({ removedAt, blockedAt }: Vehicle): VehicleView['state'] {
  if (removedAt !== null) return 'removed';
  return blockedAt === null ? 'valid' : 'blocked';
}

function readingView({ km, at, by }: OdometerReading): ReadingView {
  return { km, at: isoTime(at), by };
}

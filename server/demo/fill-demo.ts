import { cardUid } from '#core/access/card-uid.ts';
import {
  connectorId,
  type GroupId,
  stationId,
  type TenantId,
  tenantId,
  type VehicleId,
} from '#core/shared/ids.ts';
import { instant, watts } from '#core/shared/units.ts';
import { ROOT_TENANT, type Tenant } from '#core/tenants/tenant.ts';
import { createSignedMeter } from '#ocpp/simulator/signed-meter.ts';
import { addCard } from '../access/change-cards.ts';
import { addDriver } from '../access/change-drivers.ts';
import { addGroup } from '../access/change-groups.ts';
import { addVehicle } from '../access/change-vehicles.ts';
import type { Application } from '../application.ts';
import { pinMeterKey } from '../eichrecht/change-meter-keys.ts';
import { readPublicKey } from '../eichrecht/read-public-key.ts';
import { adoptStation } from '../stations/adopt-station.ts';
import { changeStation } from '../stations/change-station.ts';
import {
  DEMO_DRIVERS,
  DEMO_GROUPS,
  DEMO_SIGNING,
  DEMO_SPARE_CARD,
  DEMO_STATIONS,
  DEMO_TENANTS,
  DEMO_VEHICLES,
} from './demo-site.ts';

import { fillTariffs } from './fill-tariffs.ts';

const BY = 'Demo';

/** Makes up what a site of some age has: departments, stations, drivers with their cards, and a small fleet. */
export async function fillDemo(app: Application): Promise<void> {
  for (const station of DEMO_STATIONS) await adoptStation(app, { ...station, hung: {}, by: BY });
  for (const id of DEMO_SIGNING) await putUnderEichrecht(app, id);
  const tenants = await addTenants(app);
  const groups = new Map<string, GroupId>();
  for (const name of DEMO_GROUPS)
    groups.set(name, (await addGroup(app, { of: 'users', name, tenantId: ROOT_TENANT }, BY)).id);
  await fillTariffs(app, groups);
  const vehicles = await addVehicles(app, tenants);
  for (const { uid, name, tenant, group, costCentre, vehicle } of DEMO_DRIVERS) {
    const tenantId = tenants.get(tenant) ?? ROOT_TENANT;
    const groupId = groups.get(group);
    const groupIds = groupId === undefined ? [] : [groupId];
    const driver = await addDriver(app, { name, tenantId, costCentre, groupIds }, BY);
    await addCard(app, {
      uid: cardUid(uid),
      wish: { tenantId },
      driverId: driver.id,
      vehicleId: (vehicle === null ? undefined : vehicles.get(vehicle)) ?? null,
      anyway: true,
      by: BY,
    });
  }
  const { uid, ...spare } = DEMO_SPARE_CARD;
  await addCard(app, {
    uid: cardUid(uid),
    wish: { ...spare, tenantId: ROOT_TENANT },
    driverId: null,
    vehicleId: null,
    anyway: true,
    by: BY,
  });
}

/** The key of its meter was there before the past that the demo tells. */
async function putUnderEichrecht(app: Application, id: string): Promise<void> {
  const place = { stationId: stationId(id), connectorId: connectorId(1) };
  await changeStation(app, place.stationId, {
    metering: { eichrecht: true, timeTariffsAllowed: true },
    by: BY,
  });
  const key = readPublicKey(createSignedMeter(`${id}-1`, 'oca-json').publicKey, null);
  if (key === null) throw new Error('The simulated meter has no key');
  const at = instant(app.clock.now() - PAST_MS);
  await pinMeterKey(app, place, { key, source: 'nameplate', at, by: BY, note: '' });
}

const PAST_MS = 7 * 24 * 3_600_000;

/** The demo has nobody with rights yet who could be asked, so its nodes are written as they are. */
function addTenants({ desk, clock }: Application): Promise<ReadonlyMap<string, TenantId>> {
  return desk.decide((live) => {
    const tenants = DEMO_TENANTS.map(
      (name): Tenant => ({
        id: tenantId(live.nextId('tenant')),
        parentId: ROOT_TENANT,
        name,
        kind: 'department',
        addedAt: clock.now(),
        removedAt: null,
      }),
    );
    return {
      value: new Map(tenants.map(({ name, id }) => [name, id])),
      changes: tenants.map((tenant) => ({ kind: 'save-tenant', tenant })),
    };
  });
}

async function addVehicles(
  app: Application,
  tenants: ReadonlyMap<string, TenantId>,
): Promise<ReadonlyMap<string, VehicleId>> {
  const vehicles = new Map<string, VehicleId>();
  for (const { acPowerW, ...wish } of DEMO_VEHICLES) {
    const node = tenants.get('Fuhrpark') ?? ROOT_TENANT;
    const added = await addVehicle(app, { ...wish, acPower: watts(acPowerW), phases: 3, tenantId: node }, BY);
    if (added !== null) vehicles.set(wish.label, added.id);
  }
  return vehicles;
}

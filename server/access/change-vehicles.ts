import { holderOfNumber } from '#core/access/holder-of-number.ts';
import type { OdometerReading, Vehicle } from '#core/access/vehicle.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import { type TenantId, type VehicleId, vehicleId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { blockedSince, type Changing, changeWord, removedSince } from './change-word.ts';
import { vehicleName } from './party-names.ts';

/** What a person says of a vehicle; what is left out stays. */
export type VehicleWish = Partial<Omit<Vehicle, 'id' | 'addedAt' | 'blockedAt' | 'removedAt' | 'odometer'>>;

/** Adds a vehicle. Null when another vehicle or a card has its number already. */
export function addVehicle(
  app: Application,
  wish: VehicleWish & { readonly tenantId: TenantId },
  by: string,
): Promise<Vehicle | null> {
  return app.desk.decide<Vehicle | null>((live) => {
    const now = app.clock.now();
    const vehicle: Vehicle = {
      plate: '',
      label: '',
      make: '',
      model: '',
      batteryWh: null,
      acPower: null,
      phases: null,
      vid: null,
      groupIds: [],
      note: '',
      ...wish,
      id: vehicleId(live.nextId('vehicle')),
      odometer: [],
      blockedAt: null,
      addedAt: now,
      removedAt: null,
    };
    if (isTaken(live, vehicle)) return { value: null, changes: [] };
    return kept(vehicle, { kind: 'vehicle-added', now, by });
  });
}

/** Changes, blocks, removes or brings back a vehicle. Null when something else has its number by now. */
export function changeVehicle(
  app: Application,
  id: VehicleId,
  { wish, blocked, removed, by }: Changing<VehicleWish>,
): Promise<Vehicle | null> {
  return app.desk.decide<Vehicle | null>((live) => {
    const known = knownVehicle(live, id);
    const now = app.clock.now();
    const vehicle: Vehicle = {
      ...known,
      ...wish,
      blockedAt: blockedSince(known, blocked, now),
      removedAt: removedSince(known, removed, now),
    };
    if (vehicle.removedAt === null && isTaken(live, vehicle)) return { value: null, changes: [] };
    return kept(vehicle, { kind: `vehicle-${changeWord({ blocked, removed })}`, now, by });
  });
}

/** Writes down what the odometer said; readings stand in the order of their time. */
export function addReading(app: Application, id: VehicleId, reading: OdometerReading): Promise<Vehicle> {
  return app.desk.decide((live) => {
    const known = knownVehicle(live, id);
    const odometer = [...known.odometer, reading].sort((a, b) => a.at - b.at);
    const line = { kind: 'vehicle-changed', now: app.clock.now(), by: reading.by } as const;
    return kept({ ...known, odometer }, line);
  });
}

function knownVehicle(live: LiveSite, id: VehicleId): Vehicle {
  const known = live.access.vehicles.get(id);
  if (known === undefined) throw new Error(`There is no vehicle ${id}`);
  return known;
}

function isTaken(live: LiveSite, { id, vid }: Vehicle): boolean {
  return vid !== null && holderOfNumber(live.access, vid, { kind: 'vehicle', id }) !== null;
}

function kept(
  vehicle: Vehicle,
  { kind, now, by }: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Decided<Vehicle> {
  return {
    value: vehicle,
    changes: [
      { kind: 'save-vehicle', vehicle },
      logLine(now, kind, {
        actor: by,
        tenantId: vehicle.tenantId,
        facts: { vehicle: vehicleName(vehicle) },
      }),
    ],
    told: [{ kind: 'access' }, { kind: 'card' }, { kind: 'log' }],
  };
}

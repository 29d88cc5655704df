import { cardUid } from '#core/access/card-uid.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import { tenantId, vehicleId } from '#core/shared/ids.ts';
import { instant, watts } from '#core/shared/units.ts';
import { fromJson, orNull, plain } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { VehicleRow } from './access-tables.ts';

export const vehicleWrite = upserting<VehicleRow, Vehicle>(
  {
    table: 'vehicle',
    columns: {
      id: (vehicle) => vehicle.id,
      tenant_id: (vehicle) => vehicle.tenantId,
      plate: (vehicle) => vehicle.plate,
      plate_folded: (vehicle) => foldedPlate(vehicle.plate),
      label: (vehicle) => vehicle.label,
      make: (vehicle) => vehicle.make,
      model: (vehicle) => vehicle.model,
      battery_wh: (vehicle) => vehicle.batteryWh,
      ac_power_w: (vehicle) => vehicle.acPower,
      phases: (vehicle) => vehicle.phases,
      vid: (vehicle) => vehicle.vid,
      group_ids_json: (vehicle) => JSON.stringify(vehicle.groupIds),
      odometer_json: (vehicle) => JSON.stringify(vehicle.odometer),
      blocked_at: (vehicle) => vehicle.blockedAt,
      note: (vehicle) => vehicle.note,
      added_at: (vehicle) => vehicle.addedAt,
      removed_at: (vehicle) => vehicle.removedAt,
      search_folded: ({ plate, label, make, model, vid }) =>
        plain([plate, foldedPlate(plate), label, make, model, vid ?? ''].join('\n')),
    },
  },
  ['id'],
);

/** All vehicles, the removed ones too. */
export async function readVehicles(query: Query): Promise<readonly Vehicle[]> {
  return (await query.selectFrom('vehicle').selectAll().orderBy('id').execute()).map(vehicleOf);
}

/** A vehicle as its row says. */
export function vehicleOf(row: VehicleRow): Vehicle {
  return {
    id: vehicleId(row.id),
    tenantId: tenantId(row.tenant_id),
    plate: row.plate,
    label: row.label,
    make: row.make,
    model: row.model,
    batteryWh: row.battery_wh,
    acPower: orNull(row.ac_power_w, watts),
    phases: row.phases === null ? null : (row.phases as Vehicle['phases']),
    vid: row.vid === null ? null : cardUid(row.vid),
    groupIds: fromJson(row.group_ids_json),
    odometer: fromJson(row.odometer_json),
    blockedAt: orNull(row.blocked_at, instant),
    note: row.note,
    addedAt: instant(row.added_at),
    removedAt: orNull(row.removed_at, instant),
  };
}

/** "S-AB 123 E" and "sab123e" are one plate. */
function foldedPlate(plate: string): string {
  return plain(plate).replace(/[\s-]+/g, '');
}

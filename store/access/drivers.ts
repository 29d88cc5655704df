import type { Driver } from '#core/access/driver.ts';
import { driverId, tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, orNull, plain } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { DriverRow } from './access-tables.ts';

export const driverWrite = upserting<DriverRow, Driver>(
  {
    table: 'driver',
    columns: {
      id: (driver) => driver.id,
      tenant_id: (driver) => driver.tenantId,
      name: (driver) => driver.name,
      name_folded: (driver) => plain(driver.name),
      email: (driver) => driver.email,
      phone: (driver) => driver.phone,
      cost_centre: (driver) => driver.costCentre,
      contract: (driver) => driver.contract,
      group_ids_json: (driver) => JSON.stringify(driver.groupIds),
      valid_from: (driver) => driver.validFrom,
      expires_at: (driver) => driver.expiresAt,
      blocked_at: (driver) => driver.blockedAt,
      note: (driver) => driver.note,
      added_at: (driver) => driver.addedAt,
      removed_at: (driver) => driver.removedAt,
      search_folded: ({ name, email, costCentre, contract }) =>
        plain([name, email, costCentre, contract].join('\n')),
    },
  },
  ['id'],
);

/** All drivers, the removed ones too. */
export async function readDrivers(query: Query): Promise<readonly Driver[]> {
  return (await query.selectFrom('driver').selectAll().orderBy('id').execute()).map(driverOf);
}

/** A driver as the row says. */
export function driverOf(row: DriverRow): Driver {
  return {
    id: driverId(row.id),
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    email: row.email,
    phone: row.phone,
    costCentre: row.cost_centre,
    contract: row.contract,
    groupIds: fromJson(row.group_ids_json),
    validFrom: orNull(row.valid_from, instant),
    expiresAt: orNull(row.expires_at, instant),
    blockedAt: orNull(row.blocked_at, instant),
    note: row.note,
    addedAt: instant(row.added_at),
    removedAt: orNull(row.removed_at, instant),
  };
}

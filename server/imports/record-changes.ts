import type { Change } from '#core/changes.ts';
import type { ImportedRecord } from '#core/imports/import-run.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { CardId, DriverId, GroupId, StationId, TenantId, VehicleId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/** The change that makes a record what an import, or its undoing, wants it to be. */
export function recordChange(record: ImportedRecord): Change {
  switch (record.of) {
    case 'tenant':
      return { kind: 'save-tenant', tenant: record.after };
    case 'group':
      return { kind: 'save-group', group: record.after };
    case 'driver':
      return { kind: 'save-driver', driver: record.after };
    case 'vehicle':
      return { kind: 'save-vehicle', vehicle: record.after };
    case 'card':
      return { kind: 'save-card', card: record.after };
    case 'assignment':
      return { kind: 'save-assignment', assignment: record.after };
    case 'station':
      return { kind: 'save-station', station: record.after };
    default:
      return assertNever(record);
  }
}

/** The record as it is now; null where it is not there. */
export function currentRecord(live: LiveSite, record: ImportedRecord): ImportedRecord | null {
  const after = recordNow(live, record);
  return after === null ? null : ({ of: record.of, before: null, after } as ImportedRecord);
}

function recordNow(live: LiveSite, { of, after: { id } }: ImportedRecord): ImportedRecord['after'] | null {
  switch (of) {
    case 'tenant':
      return live.tenants.get(id as TenantId) ?? null;
    case 'group':
      return live.access.groups.get(id as GroupId) ?? null;
    case 'driver':
      return live.access.drivers.get(id as DriverId) ?? null;
    case 'vehicle':
      return live.access.vehicles.get(id as VehicleId) ?? null;
    case 'card':
      return live.access.cards.get(id as CardId) ?? null;
    case 'assignment':
      return live.access.assignments.get(id as number) ?? null;
    case 'station':
      return live.stations.get(id as StationId) ?? null;
    default:
      return assertNever(of);
  }
}

/** The node on which a record hangs; of an assignment that of its card. */
export function tenantOfRecord(live: LiveSite, record: ImportedRecord): TenantId | null {
  if (record.of === 'tenant') return record.after.parentId;
  if (record.of !== 'assignment') return record.after.tenantId;
  const { cardId, driverId } = record.after;
  if (cardId !== null) return live.access.cards.get(cardId)?.tenantId ?? null;
  return driverId === null ? null : (live.access.drivers.get(driverId)?.tenantId ?? null);
}

/** What a person knows a record by. */
export function recordName(live: LiveSite, record: ImportedRecord): string {
  switch (record.of) {
    case 'card':
      return record.after.uid;
    case 'vehicle':
      return record.after.plate === '' ? record.after.label : record.after.plate;
    case 'assignment': {
      const { cardId, driverId } = record.after;
      const card = cardId === null ? null : live.access.cards.get(cardId);
      const driver = driverId === null ? null : live.access.drivers.get(driverId);
      return [card?.uid, driver?.name].filter((name) => name !== undefined).join(' – ');
    }
    default:
      return record.after.name;
  }
}

import type { ImportedRecord } from '#core/imports/import-run.ts';
import { recordKey } from '#core/imports/undo-import.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/**
 * Tells whether something hangs on a record that an import has added and that is not itself being taken back: a driver
 * who has got another card since cannot go without tearing that apart. Looks at the site once, for any number of
 * records.
 */
export function stillNeeded(
  live: LiveSite,
): (record: ImportedRecord, takenBack: ReadonlySet<string>) => boolean {
  const assignments = assignmentsByRecord(live);
  const linked = new Set([...live.people.values()].map(({ driverId }) => driverId));
  return (record, takenBack) => {
    const assigned = assignments.get(recordKey(record)) ?? [];
    if (assigned.some((id) => !takenBack.has(`assignment ${id}`))) return true;
    return record.of === 'driver' ? linked.has(record.after.id) : isHungOn(live, record, takenBack);
  };
}

function assignmentsByRecord({ access }: LiveSite): ReadonlyMap<string, readonly number[]> {
  const byRecord = new Map<string, number[]>();
  for (const { id, cardId, driverId, vehicleId, removedAt } of access.assignments.values()) {
    if (removedAt !== null) continue;
    for (const key of [`card ${cardId}`, `driver ${driverId}`, `vehicle ${vehicleId}`]) {
      const known = byRecord.get(key);
      if (known === undefined) byRecord.set(key, [id]);
      else known.push(id);
    }
  }
  return byRecord;
}

function isHungOn(live: LiveSite, record: ImportedRecord, takenBack: ReadonlySet<string>): boolean {
  const { access } = live;
  switch (record.of) {
    case 'group': {
      const { id } = record.after;
      const isMember = ({ groupIds }: { readonly groupIds: readonly unknown[] }) => groupIds.includes(id);
      return (
        some(access.cards, (one) => isMember(one) && !takenBack.has(`card ${one.id}`)) ||
        some(access.drivers, (one) => isMember(one) && !takenBack.has(`driver ${one.id}`)) ||
        some(access.vehicles, (one) => isMember(one) && !takenBack.has(`vehicle ${one.id}`)) ||
        [...live.stations.values()].some((one) => isMember(one) && !takenBack.has(`station ${one.id}`)) ||
        some(
          access.rules,
          ({ who, where }) =>
            where.groupIds.includes(id) || (who.kind === 'groups' && who.groupIds.includes(id)),
        )
      );
    }
    case 'tenant':
      return hangsOn(live, record.after.id, takenBack);
    default:
      return false;
  }
}

function hangsOn(live: LiveSite, id: TenantId, takenBack: ReadonlySet<string>): boolean {
  const { access } = live;
  const here = ({ tenantId }: { readonly tenantId: TenantId }) => tenantId === id;
  return (
    some(live.tenants, (one) => one.parentId === id && !takenBack.has(`tenant ${one.id}`)) ||
    some(access.cards, (one) => here(one) && !takenBack.has(`card ${one.id}`)) ||
    some(access.drivers, (one) => here(one) && !takenBack.has(`driver ${one.id}`)) ||
    some(access.vehicles, (one) => here(one) && !takenBack.has(`vehicle ${one.id}`)) ||
    some(access.groups, (one) => here(one) && !takenBack.has(`group ${one.id}`)) ||
    some(access.rules, here) ||
    some(live.roles, here) ||
    [...live.stations.values()].some((one) => here(one) && !takenBack.has(`station ${one.id}`)) ||
    [...live.people.values()].some((one) => here(one) || one.grants.some(here))
  );
}

function some<Thing extends { readonly removedAt: unknown }>(
  things: ReadonlyMap<unknown, Thing>,
  fits: (thing: Thing) => boolean,
): boolean {
  for (const thing of things.values()) if (thing.removedAt === null && fits(thing)) return true;
  return false;
}

import type { ImportedRecord } from '#core/imports/import-run.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/**
 * Whether something hangs on a record that an import has added and that is not itself being taken back: a driver who
 * has got another card since cannot go without tearing that apart.
 */
export function isStillNeeded(
  live: LiveSite,
  record: ImportedRecord,
  takenBack: ReadonlySet<string>,
): boolean {
  const { access } = live;
  const assigned = (fits: (one: { cardId: unknown; driverId: unknown; vehicleId: unknown }) => boolean) =>
    some(access.assignments, (one) => fits(one) && !takenBack.has(`assignment ${one.id}`));
  switch (record.of) {
    case 'card':
      return assigned(({ cardId }) => cardId === record.after.id);
    case 'vehicle':
      return assigned(({ vehicleId }) => vehicleId === record.after.id);
    case 'driver':
      return (
        assigned(({ driverId }) => driverId === record.after.id) ||
        [...live.people.values()].some(({ driverId }) => driverId === record.after.id)
      );
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
    case 'station':
    case 'assignment':
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

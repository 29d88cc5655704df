import { holderOfNumber } from '#core/access/holder-of-number.ts';
import type { ImportedRecord } from '#core/imports/import-run.ts';
import type { GroupId } from '#core/shared/ids.ts';
import type { Party } from '../site/access-shelf.ts';
import type { LiveSite } from '../site/live-site.ts';
import { type HungKind, hangingOn } from '../tenants/hanging.ts';

/**
 * Tells whether an imported record has to stay: something hangs on it that is not itself being taken back (a driver
 * who has got another card since cannot go without tearing that apart), or what it was before is somebody else's by
 * now. Looks at the site once, for any number of records.
 */
export function stillNeeded(
  live: LiveSite,
): (record: ImportedRecord, takenBack: ReadonlySet<string>) => boolean {
  const linked = new Set([...live.people.values()].map(({ driverId }) => driverId));
  return (record, takenBack) => {
    if (record.before !== null) return isNumberGone(live, record, takenBack);
    switch (record.of) {
      case 'driver':
        return (
          linked.has(record.after.id) || isTied(live, { kind: 'driver', id: record.after.id }, takenBack)
        );
      case 'card':
        return isTied(live, { kind: 'card', id: record.after.id }, takenBack);
      case 'vehicle':
        return isTied(live, { kind: 'vehicle', id: record.after.id }, takenBack);
      case 'group':
        return hasMembers(live, record.after.id, takenBack);
      case 'tenant': {
        const stays = (of: HungKind, id: unknown) => !takenBack.has(`${of} ${id}`);
        return Object.values(hangingOn(live, record.after.id, stays)).some((count) => count > 0);
      }
      default:
        return false;
    }
  };
}

function isTied(live: LiveSite, party: Party, takenBack: ReadonlySet<string>): boolean {
  return live.access.assignmentsOf(party).some(({ id }) => !takenBack.has(`assignment ${id}`));
}

/** Whether something else has been given the number by which the car was recognised. */
function isNumberGone(live: LiveSite, record: ImportedRecord, takenBack: ReadonlySet<string>): boolean {
  if (record.of !== 'vehicle' || record.before === null || record.before.vid === null) return false;
  const { id, vid } = record.before;
  const holder = holderOfNumber(live.access, vid, { kind: 'vehicle', id });
  if (holder === null) return false;
  return holder.kind === 'card' || !takenBack.has(`vehicle ${holder.vehicle.id}`);
}

function hasMembers({ access, stations }: LiveSite, id: GroupId, takenBack: ReadonlySet<string>): boolean {
  const isMember = ({ groupIds }: { readonly groupIds: readonly GroupId[] }) => groupIds.includes(id);
  return (
    some(access.cards, (one) => isMember(one) && !takenBack.has(`card ${one.id}`)) ||
    some(access.drivers, (one) => isMember(one) && !takenBack.has(`driver ${one.id}`)) ||
    some(access.vehicles, (one) => isMember(one) && !takenBack.has(`vehicle ${one.id}`)) ||
    [...stations.values()].some((one) => isMember(one) && !takenBack.has(`station ${one.id}`)) ||
    some(
      access.rules,
      ({ who, where }) => where.groupIds.includes(id) || (who.kind === 'groups' && who.groupIds.includes(id)),
    )
  );
}

function some<Thing extends { readonly removedAt: unknown }>(
  things: ReadonlyMap<unknown, Thing>,
  fits: (thing: Thing) => boolean,
): boolean {
  for (const thing of things.values()) if (thing.removedAt === null && fits(thing)) return true;
  return false;
}

import { holderOfNumber } from '#core/access/holder-of-number.ts';
import type { ImportedRecord } from '#core/imports/import-run.ts';
import type { GroupId } from '#core/shared/ids.ts';
import { everyMember } from '../access/group-members.ts';
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
        return hasMembers(live, record.after.id, takenBack) || isInRule(live, record.after.id);
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

function hasMembers(live: LiveSite, id: GroupId, takenBack: ReadonlySet<string>): boolean {
  return everyMember(live).some(
    (member) =>
      member.record.groupIds.includes(id) &&
      (member.kind === 'station' || member.record.removedAt === null) &&
      !takenBack.has(`${member.kind} ${member.record.id}`),
  );
}

function isInRule({ access }: LiveSite, id: GroupId): boolean {
  return [...access.rules.values()].some(
    ({ who, where, removedAt }) =>
      removedAt === null &&
      (where.groupIds.includes(id) || (who.kind === 'groups' && who.groupIds.includes(id))),
  );
}

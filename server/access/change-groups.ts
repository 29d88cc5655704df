import type { Group } from '#core/access/group.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import { type GroupId, groupId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { removedWord } from './change-word.ts';
import { type Member, withGroups } from './group-members.ts';

/** Adds a group that nobody belongs to yet. */
export function addGroup(
  app: Application,
  wish: Pick<Group, 'of' | 'name' | 'tenantId'>,
  by: string,
): Promise<Group> {
  return app.desk.decide((live) => {
    const now = app.clock.now();
    const group: Group = { ...wish, id: groupId(live.nextId('group')), addedAt: now, removedAt: null };
    return kept(group, { kind: 'group-added', now, by });
  });
}

/** Renames a group, removes it or brings it back; its members keep belonging to it meanwhile. */
export function changeGroup(
  app: Application,
  id: GroupId,
  { name, removed, by }: { readonly name?: string; readonly removed?: boolean; readonly by: string },
): Promise<Group> {
  return app.desk.decide((live) => {
    const known = live.access.groups.get(id);
    if (known === undefined) throw new Error(`There is no group ${id}`);
    const now = app.clock.now();
    const removedAt = removed === undefined ? known.removedAt : removed ? now : null;
    const group: Group = { ...known, name: name ?? known.name, removedAt };
    return kept(group, { kind: `group-${removedWord(removed)}`, now, by });
  });
}

/** Takes members in and out, all at once. */
export function changeMembers(
  app: Application,
  group: Group,
  {
    add,
    remove,
    by,
  }: { readonly add: readonly Member[]; readonly remove: readonly Member[]; readonly by: string },
): Promise<void> {
  return app.desk.decide((live) => {
    const now = app.clock.now();
    // Looked up anew: a thing may have changed since it was chosen.
    const current = (member: Member): Member | null => {
      const record = recordOf(member, live);
      return record === undefined ? null : ({ ...member, record } as Member);
    };
    const fresh = (members: readonly Member[]) => members.flatMap((member) => current(member) ?? []);
    const taken = fresh(add).filter(({ record }) => !record.groupIds.includes(group.id));
    const left = fresh(remove).filter(({ record }) => record.groupIds.includes(group.id));
    if (taken.length + left.length === 0) return { value: undefined, changes: [] };
    return {
      value: undefined,
      changes: [
        ...taken.map((member) => withGroups(member, [...member.record.groupIds, group.id])),
        ...left.map((member) =>
          withGroups(
            member,
            member.record.groupIds.filter((id) => id !== group.id),
          ),
        ),
        logLine(now, 'group-members-changed', {
          actor: by,
          tenantId: group.tenantId,
          facts: { group: group.name, added: taken.length, removed: left.length },
        }),
      ],
      told: [
        { kind: 'access' },
        { kind: 'card' },
        { kind: 'log' },
        ...[...taken, ...left].flatMap((member) =>
          member.kind === 'station' ? [{ kind: 'station' as const, stationId: member.record.id }] : [],
        ),
      ],
    };
  });
}

function recordOf(member: Member, { access, stations }: Application['desk']['live']) {
  switch (member.kind) {
    case 'driver':
      return access.drivers.get(member.record.id);
    case 'vehicle':
      return access.vehicles.get(member.record.id);
    case 'card':
      return access.cards.get(member.record.id);
    case 'station':
      return stations.get(member.record.id);
  }
}

function kept(
  group: Group,
  { kind, now, by }: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Decided<Group> {
  return {
    value: group,
    changes: [
      { kind: 'save-group', group },
      logLine(now, kind, { actor: by, tenantId: group.tenantId, facts: { group: group.name } }),
    ],
    told: [{ kind: 'access' }, { kind: 'card' }, { kind: 'log' }],
  };
}

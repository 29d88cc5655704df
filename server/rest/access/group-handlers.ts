import type { GroupMember, Group as GroupView } from '#api/groups.ts';
import type { Group } from '#core/access/group.ts';
import { cardId, driverId, groupId, stationId, vehicleId } from '#core/shared/ids.ts';
import { addGroup, changeGroup, changeMembers } from '../../access/change-groups.ts';
import { belongsTo, type Member, memberName, membersOf } from '../../access/group-members.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { tariffName } from '../../tariffs/terms-of-session.ts';
import { homeNode } from '../home-node.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { accessCursorOf, accessCursorText, nodesOf } from './access-list-query.ts';
import { onNode } from './party-refs.ts';
import { mustBeAbove, writable } from './reach.ts';

type Names =
  | 'listGroups'
  | 'addGroup'
  | 'changeGroup'
  | 'removeGroup'
  | 'restoreGroup'
  | 'listMembers'
  | 'changeMembers';

const PAGE = 50;

export function groupHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listGroups({ query, caller }) {
      const nodes = nodesOf(app, caller, query.tenantId);
      const groups = [...live.access.groups.values()].filter(
        ({ removedAt, of, tenantId }) =>
          removedAt === null &&
          (query.of === undefined || of === query.of) &&
          (nodes === null || nodes.includes(tenantId)),
      );
      return { items: groups.toSorted(byName).map((group) => groupView(caller, group)) };
    },

    async addGroup({ body, caller }) {
      const tenantId = homeNode(app, caller, { of: 'access', wished: body.tenantId });
      const wish = { of: body.of, name: body.name.trim(), tenantId };
      return groupView(caller, await addGroup(app, wish, caller.name));
    },

    async changeGroup({ params, body, caller }) {
      const { id } = present(params.groupId);
      return groupView(caller, await changeGroup(app, id, { name: body.name.trim(), by: caller.name }));
    },

    async removeGroup({ params, caller }) {
      const group = present(params.groupId);
      const [rule] = rulesNaming(group);
      if (rule !== undefined) throw new ApiProblem('group-in-use', { detail: rule.name });
      const [price] = tariffRulesNaming(group);
      if (price !== undefined) throw new ApiProblem('group-in-use', { detail: tariffName(live, price) });
      await changeGroup(app, group.id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreGroup({ params, caller }) {
      const { id } = group(params.groupId);
      return groupView(caller, await changeGroup(app, id, { removed: false, by: caller.name }));
    },

    async listMembers({ params, query, caller }) {
      const { limit = PAGE, cursor } = query;
      const after = cursor === undefined ? null : accessCursorOf(cursor);
      const members = shownMembers(caller, present(params.groupId))
        .map(memberView)
        .toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
      const rest = after === null ? members : members.filter((member) => keyOf(member) > after.name);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      const more = rest.length > limit && last !== undefined;
      return { items, next: accessCursorText(more ? { name: keyOf(last), id: 0 } : null) };
    },

    async changeMembers({ params, body, caller }) {
      const group = present(params.groupId);
      const named = (members: readonly MemberName[] = []) =>
        members.map((member) => memberOf(caller, group, member));
      const add = named(body.add);
      for (const { record } of add) mustBeAbove(live, group, record.tenantId);
      await changeMembers(app, group, { add, remove: named(body.remove), by: caller.name });
      return groupView(caller, group);
    },
  };

  function group(id: number): Group {
    return found(live.access.groups.get(groupId(id)), `group ${id}`);
  }

  /** A group that has not been removed. */
  function present(id: number): Group {
    const known = group(id);
    return found(known.removedAt === null ? known : null, `group ${id}`);
  }

  function rulesNaming({ id }: Group) {
    return [...live.access.rules.values()].filter(
      ({ removedAt, who, where }) =>
        removedAt === null &&
        (where.groupIds.includes(id) || (who.kind === 'groups' && who.groupIds.includes(id))),
    );
  }

  function tariffRulesNaming({ id }: Group) {
    return live.prices
      .rulesAt(app.clock.now())
      .filter(({ target }) => 'groupId' in target && target.groupId === id);
  }

  function shownMembers(caller: Caller, group: Group): readonly Member[] {
    return membersOf(live, group).filter((member) => mayRead(caller, member));
  }

  function groupView(caller: Caller, group: Group): GroupView {
    return {
      id: group.id,
      of: group.of,
      ...onNode(live, group.tenantId),
      name: group.name,
      addedAt: isoTime(group.addedAt),
      memberCount: shownMembers(caller, group).length,
      ruleCount: rulesNaming(group).filter(({ tenantId }) => caller.can('access.read', tenantId)).length,
    };
  }

  function memberView(member: Member): GroupMember {
    return {
      kind: member.kind,
      id: String(member.record.id),
      name: memberName(member),
      ...onNode(live, member.record.tenantId),
    };
  }

  /** What a body names, if it can belong to the group and is the caller's to change. */
  function memberOf(caller: Caller, { of }: Group, { kind, id }: MemberName): Member {
    const what = `${kind} ${id}`;
    const member = belongsTo(of, kind) ? memberNamed(kind, id) : null;
    const isThere = member !== null && mayRead(caller, member);
    writable(caller, isThere ? member.record.tenantId : null, what);
    return found(member, what);
  }

  function memberNamed(kind: Member['kind'], id: string): Member | null {
    const { drivers, vehicles, cards } = live.access;
    switch (kind) {
      case 'driver':
        return there(drivers.get(driverId(Number(id))), (record) => ({ kind, record }));
      case 'vehicle':
        return there(vehicles.get(vehicleId(Number(id))), (record) => ({ kind, record }));
      case 'card':
        return there(cards.get(cardId(Number(id))), (record) => ({ kind, record }));
      case 'station': {
        const record = live.stations.get(stationId(id));
        return record?.retiredAt === null ? { kind, record } : null;
      }
    }
  }
}

interface MemberName {
  readonly kind: Member['kind'];
  readonly id: string;
}

function there<Thing extends { readonly removedAt: number | null }>(
  thing: Thing | undefined,
  member: (thing: Thing) => Member,
): Member | null {
  return thing?.removedAt === null ? member(thing) : null;
}

function mayRead(caller: Caller, { kind, record }: Member): boolean {
  return caller.can(kind === 'station' ? 'stations.read' : 'access.read', record.tenantId);
}

function byName(a: Group, b: Group): number {
  return compareText(a.name.toLowerCase(), b.name.toLowerCase()) || a.id - b.id;
}

/** By name, and unmistakable. */
function keyOf({ name, kind, id }: GroupMember): string {
  return `${name.toLowerCase()}\n${kind} ${id}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

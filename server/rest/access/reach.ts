import type { Group, GroupOf } from '#core/access/group.ts';
import { type GroupId, groupId, type TenantId } from '#core/shared/ids.ts';
import { isWithin } from '#core/tenants/tenant-tree.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import type { LiveSite } from '../../site/live-site.ts';
import { writableNode } from '../home-node.ts';
import { ApiProblem, found } from '../problem.ts';

/** The node of a thing that a body names, if the caller may change what hangs there. */
export function writable(caller: Caller, node: TenantId | null | undefined, what: string): TenantId {
  return writableNode(caller, node, { of: 'access', what });
}

/** A thing on its way into groups or out of them. */
export interface GroupedThing {
  readonly of: GroupOf;
  /** The node on which it hangs, or will. */
  readonly node: TenantId;
  readonly before: readonly GroupId[];
  readonly wished: readonly number[];
}

/**
 * The groups that a thing is to belong to. Groups that come or go must be the caller's to change, and all of them hang
 * on the thing's node or above it: a group of another branch would carry its rights over.
 */
export function groupsFor(
  { desk }: Application,
  caller: Caller,
  { of, node, before, wished }: GroupedThing,
): readonly GroupId[] {
  const { groups } = desk.live.access;
  const after = [...new Set(wished.map(groupId))].filter(
    (id) => !isGoneWith(desk.live, id, { before, node }),
  );
  for (const id of after) {
    const group = groups.get(id);
    const isNew = !before.includes(id);
    if (isNew) {
      writable(caller, group?.removedAt === null && group.of === of ? group.tenantId : null, `group ${id}`);
    }
    if (group !== undefined) mustBeAbove(desk.live, group, node);
  }
  for (const id of before)
    if (!after.includes(id)) {
      const group = groups.get(id);
      if (group?.removedAt === null) writable(caller, group.tenantId, `group ${id}`);
    }
  return after;
}

/** Nobody sees any longer a group that has been removed: it keeps nothing on the branch that it belonged to. */
function isGoneWith(
  { access, tenants }: LiveSite,
  id: GroupId,
  { before, node }: Pick<GroupedThing, 'before' | 'node'>,
): boolean {
  const group = access.groups.get(id);
  return (
    before.includes(id) && group?.removedAt !== null && !isWithin(tenants, node, group?.tenantId ?? node)
  );
}

/** The groups of a thing after a change of them, of its node, or of neither. */
export function groupsAfter(
  app: Application,
  caller: Caller,
  {
    known,
    ...wish
  }: {
    readonly known: { readonly tenantId: TenantId; readonly groupIds: readonly GroupId[] };
    readonly node: TenantId;
    readonly wished: readonly number[] | undefined;
  },
): readonly GroupId[] {
  const { node, wished = known.groupIds } = wish;
  if (wish.wished === undefined && node === known.tenantId) return known.groupIds;
  return groupsFor(app, caller, { of: 'users', node, before: known.groupIds, wished });
}

/** A group takes in what hangs on its own node or below it. */
export function mustBeAbove(live: LiveSite, group: Group, node: TenantId): void {
  if (!isWithin(live.tenants, node, group.tenantId))
    throw new ApiProblem('other-branch', { detail: `group ${group.id}` });
}

/** Groups that a rule names: the caller may read them, and none has been removed. */
export function namedGroups(
  { desk }: Application,
  caller: Caller,
  { of, ids }: { readonly of: GroupOf; readonly ids: readonly number[] },
): readonly GroupId[] {
  return [...new Set(ids.map(groupId))].map((id) => {
    const group = found(desk.live.access.groups.get(id), `group ${id}`);
    if (group.of !== of || !caller.can('access.read', group.tenantId))
      throw new ApiProblem('not-found', { detail: `group ${id}` });
    if (group.removedAt !== null) throw new ApiProblem('group-removed', { detail: group.name });
    return id;
  });
}

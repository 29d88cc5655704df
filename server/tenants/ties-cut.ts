import type { AccessRule } from '#core/access/access-rule.ts';
import type { Group } from '#core/access/group.ts';
import { ruleLeftBehind } from '#core/access/rule-left-behind.ts';
import type { Change } from '#core/changes.ts';
import { roleKey } from '#core/people/role.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Tenant } from '#core/tenants/tenant.ts';
import { nodesLeft, subtreesOf } from '#core/tenants/tenant-tree.ts';
import { everyMember, type Member, membersOf, withGroups } from '../access/group-members.ts';
import type { LiveSite } from '../site/live-site.ts';

/** So many things of a branch that something above it holds, which only holds what lies below itself. */
export interface CutTie {
  readonly to: 'group' | 'rule' | 'role';
  readonly name: string;
  /** The node of what holds them. */
  readonly tenantId: TenantId;
  readonly what: 'drivers' | 'vehicles' | 'cards' | 'stations' | 'groups' | 'people';
  readonly count: number;
}

/**
 * What a move of a node under another would put out of reach: members of groups, stations and groups that rules name,
 * and people with own roles. Moved so, a branch would keep rights that it was given elsewhere, or lose a rule that
 * closes its stations. What has been removed ties nothing; nor do rules about whom a group of the branch lets in, and
 * cards that are lent to drivers elsewhere: both were given by name and can be taken by name.
 */
export function tiesCut(live: LiveSite, { id, parentId }: Tenant, to: TenantId): readonly CutTie[] {
  const left = nodesLeft(live.tenants, parentId ?? id, to);
  const branch = subtreesOf(live.tenants, [id]);
  const holds = (one: { readonly tenantId: TenantId; readonly removedAt: number | null }) =>
    one.removedAt === null && left.has(one.tenantId);
  const leaving = rulesLeftBehind(live, branch, { id, to });
  const ties = [
    ...[...live.access.groups.values()].filter(holds).flatMap((group) => tiesToGroup(live, group, branch)),
    ...[...live.access.rules.values()].filter(holds).flatMap((rule) => {
      const { name, tenantId, where } = rule;
      const groups = where.groupIds.filter((group) => isIn(branch, live.access.groups.get(group)));
      const { length } = leaving.filter((one) => one === rule);
      return [
        { to: 'rule', name, tenantId, what: 'stations', count: length } as const,
        { to: 'rule', name, tenantId, what: 'groups', count: groups.length } as const,
      ];
    }),
    ...[...live.roles.values()].filter(holds).map((role): CutTie => {
      const holders = [...live.people.values()].filter(({ grants }) =>
        grants.some((grant) => grant.role === roleKey(role) && branch.has(grant.tenantId)),
      );
      const { name, tenantId } = role;
      return { to: 'role', name, tenantId, what: 'people', count: holders.length };
    }),
  ];
  return ties.filter(({ count }) => count > 0);
}

/** For each station of the branch the rule that keeps it from moving along, if one does. */
function rulesLeftBehind(
  live: LiveSite,
  branch: ReadonlySet<TenantId>,
  { id, to }: { readonly id: TenantId; readonly to: TenantId },
): readonly (AccessRule | null)[] {
  const moved = live.tenants.get(id);
  const tree = live.tenants;
  const treeAfter = moved === undefined ? tree : new Map([...tree, [id, { ...moved, parentId: to }]]);
  const rules = [...live.access.rules.values()];
  return [...live.stations.values()]
    .filter(({ retiredAt, tenantId }) => retiredAt === null && branch.has(tenantId))
    .map((station) => ruleLeftBehind(rules, { before: station, after: station }, { tree, treeAfter }));
}

/** Takes what has been removed out of the groups that a branch leaves, so that nothing comes back into one of them. */
export function withoutGroupsLeft(live: LiveSite, { id, parentId }: Tenant, to: TenantId): readonly Change[] {
  const left = nodesLeft(live.tenants, parentId ?? id, to);
  const branch = subtreesOf(live.tenants, [id]);
  return everyMember(live)
    .filter(({ record }) => branch.has(record.tenantId))
    .flatMap((member) => {
      const { groupIds } = member.record;
      const kept = groupIds.filter((group) => !isIn(left, live.access.groups.get(group)));
      return kept.length === groupIds.length ? [] : [withGroups(member, kept)];
    });
}

function tiesToGroup(live: LiveSite, group: Group, branch: ReadonlySet<TenantId>): readonly CutTie[] {
  const members = membersOf(live, group).filter(({ record }) => branch.has(record.tenantId));
  const { name, tenantId } = group;
  return KINDS.map(([kind, what]) => {
    const { length } = members.filter((member) => member.kind === kind);
    return { to: 'group', name, tenantId, what, count: length };
  });
}

const KINDS = [
  ['driver', 'drivers'],
  ['vehicle', 'vehicles'],
  ['card', 'cards'],
  ['station', 'stations'],
] as const satisfies readonly (readonly [Member['kind'], CutTie['what']])[];

function isIn(nodes: ReadonlySet<TenantId>, thing: { readonly tenantId: TenantId } | undefined): boolean {
  return thing !== undefined && nodes.has(thing.tenantId);
}

import type { TenantId } from '../shared/ids.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import { isWithin, subtreesOf, type TenantTree } from '../tenants/tenant-tree.ts';
import type { Permission } from './permission.ts';
import type { Grant } from './person.ts';
import { type OwnRole, permissionsOf } from './role.ts';

/** Where a permission reaches: the whole tree, or some nodes of it (each with all below already in it). */
export type Scope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'tenants'; readonly ids: ReadonlySet<TenantId> };

export interface RightsFacts {
  readonly grants: readonly Grant[];
  readonly ownRoles: ReadonlyMap<number, OwnRole>;
  readonly tree: TenantTree;
}

/** Whether the grants permit something at a node: some role that has the permission is held there or above. */
export function isPermitted(facts: RightsFacts, permission: Permission, at: TenantId): boolean {
  return nodesWith(facts, permission).some((node) => isWithin(facts.tree, at, node));
}

/** All nodes where the grants permit something. */
export function scopeOf(facts: RightsFacts, permission: Permission): Scope {
  const nodes = nodesWith(facts, permission);
  return nodes.includes(ROOT_TENANT)
    ? { kind: 'everywhere' }
    : { kind: 'tenants', ids: subtreesOf(facts.tree, nodes) };
}

export function reaches(scope: Scope, tenant: TenantId): boolean {
  return scope.kind === 'everywhere' || scope.ids.has(tenant);
}

/** The nodes of a scope that lie below no other of it and have not been removed; the oldest first. */
export function topsOf(scope: Scope, tree: TenantTree): readonly TenantId[] {
  if (scope.kind === 'everywhere') return [ROOT_TENANT];
  const tops = [...scope.ids].filter((id) => {
    const tenant = tree.get(id);
    return tenant?.removedAt === null && (tenant.parentId === null || !reaches(scope, tenant.parentId));
  });
  return tops.toSorted((a, b) => a - b);
}

export function isEmpty(scope: Scope): boolean {
  return scope.kind === 'tenants' && scope.ids.size === 0;
}

function nodesWith({ grants, ownRoles }: RightsFacts, permission: Permission): readonly TenantId[] {
  return grants
    .filter(({ role }) => permissionsOf(role, ownRoles).includes(permission))
    .map(({ tenantId }) => tenantId);
}

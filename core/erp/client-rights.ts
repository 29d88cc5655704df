import type { Permission } from '../people/permission.ts';
import { isPermitted, type RightsFacts, type Scope, scopeOf } from '../people/scope.ts';
import type { TenantId } from '../shared/ids.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import { isWithin, subtreesOf, type TenantTree } from '../tenants/tenant-tree.ts';
import { type ApiClient, isInUse } from './client.ts';

export interface ClientRightsFacts {
  readonly client: ApiClient;
  /** What the token is limited to. */
  readonly scopes: readonly Permission[];
  /** For whom the client acts; null when for itself. It then may nothing that the other may not. */
  readonly onBehalf: RightsFacts | null;
  readonly tree: TenantTree;
}

/** Whether a client may do something at a node: never more than its record, its token and the one it acts for permit. */
export function isPermittedToClient(facts: ClientRightsFacts, permission: Permission, at: TenantId): boolean {
  return (
    holds(facts, permission) &&
    isWithin(facts.tree, at, facts.client.tenantId) &&
    (facts.onBehalf === null || isPermitted(facts.onBehalf, permission, at))
  );
}

/** All nodes where a client may do something. */
export function scopeOfClient(facts: ClientRightsFacts, permission: Permission): Scope {
  if (!holds(facts, permission)) return NOWHERE;
  const { client, onBehalf, tree } = facts;
  const own: Scope =
    client.tenantId === ROOT_TENANT
      ? { kind: 'everywhere' }
      : { kind: 'tenants', ids: subtreesOf(tree, [client.tenantId]) };
  return onBehalf === null ? own : common(own, scopeOf(onBehalf, permission));
}

const NOWHERE: Scope = { kind: 'tenants', ids: new Set() };

function holds({ client, scopes }: ClientRightsFacts, permission: Permission): boolean {
  return isInUse(client) && client.permissions.includes(permission) && scopes.includes(permission);
}

function common(one: Scope, other: Scope): Scope {
  if (one.kind === 'everywhere') return other;
  if (other.kind === 'everywhere') return one;
  return { kind: 'tenants', ids: new Set([...one.ids].filter((id) => other.ids.has(id))) };
}

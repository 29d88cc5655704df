import type { Permission } from '#core/people/permission.ts';
import { reaches } from '#core/people/scope.ts';
import { type TenantId, tenantId } from '#core/shared/ids.ts';
import { subtreesOf } from '#core/tenants/tenant-tree.ts';
import type { Application } from '../application.ts';
import type { Caller } from '../people/caller.ts';

/** The nodes whose things are told: where the caller has a permission, below the one wished for; null for all there are. */
export function nodesWhere(
  { desk }: Application,
  caller: Caller,
  { permission, wished }: { readonly permission: Permission; readonly wished?: number | undefined },
): readonly TenantId[] | null {
  const scope = caller.scope(permission);
  if (wished === undefined) return scope.kind === 'everywhere' ? null : [...scope.ids];
  return [...subtreesOf(desk.live.tenants, [tenantId(wished)])].filter((id) => reaches(scope, id));
}

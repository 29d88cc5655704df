import type { TenantId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem, found } from '../problem.ts';

/** A node that a body names, where the caller manages programs. One out of the caller's sight is not there. */
export function managedTenant({ desk }: Application, caller: Caller, id: TenantId): TenantId {
  const tenant = desk.live.tenants.get(id);
  const isSeen =
    tenant?.removedAt === null && (caller.can('people.read', id) || caller.can('erp.manage', id));
  found(isSeen ? tenant : null, `tenant ${id}`);
  if (!caller.can('erp.manage', id)) throw new ApiProblem('forbidden');
  return id;
}

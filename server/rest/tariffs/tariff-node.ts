import { topsOf } from '#core/people/scope.ts';
import { type TenantId, tenantId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem } from '../problem.ts';

/** The node on which a tariff or a rule is to hang: the one wished for, else the only one where the caller may. */
export function priceNode({ desk }: Application, caller: Caller, wished: number | undefined): TenantId {
  if (wished !== undefined) return writableNode(desk.live.tenants.get(tenantId(wished)), caller, wished);
  const [only, second] = topsOf(caller.scope('tariffs.write'), desk.live.tenants);
  if (only !== undefined && second === undefined) return only;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/tenantId', message: 'must say on which node it hangs' }],
  });
}

function writableNode(
  node: { readonly id: TenantId; readonly removedAt: number | null } | undefined,
  caller: Caller,
  wished: number,
): TenantId {
  if (node === undefined || node.removedAt !== null || !caller.can('tariffs.read', node.id))
    throw new ApiProblem('not-found', { detail: `tenant ${wished}` });
  if (!caller.can('tariffs.write', node.id))
    throw new ApiProblem('forbidden', { detail: `tenant ${wished}` });
  return node.id;
}

import { topsOf } from '#core/people/scope.ts';
import { type TenantId, tenantId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import type { Caller } from '../people/caller.ts';
import { ApiProblem } from './problem.ts';

/** What hangs on nodes, by the rights over it. */
export type HungArea = 'access' | 'tariffs';

/** The node on which something is to hang: the one wished for, else the root, else the only one the caller has. */
export function homeNode(
  { desk }: Application,
  caller: Caller,
  { of, wished }: { readonly of: HungArea; readonly wished: number | undefined },
): TenantId {
  if (wished !== undefined) {
    const node = desk.live.tenants.get(tenantId(wished));
    return writableNode(caller, node?.removedAt === null ? node.id : null, { of, what: `tenant ${wished}` });
  }
  const [only, second] = topsOf(caller.scope(`${of}.write`), desk.live.tenants);
  if (only !== undefined && second === undefined) return only;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/tenantId', message: 'must say on which node it hangs' }],
  });
}

/** The node of a thing that a body names, if the caller may change what hangs there. */
export function writableNode(
  caller: Caller,
  node: TenantId | null | undefined,
  { of, what }: { readonly of: HungArea; readonly what: string },
): TenantId {
  if (node === null || node === undefined || !caller.can(`${of}.read`, node))
    throw new ApiProblem('not-found', { detail: what });
  if (!caller.can(`${of}.write`, node)) throw new ApiProblem('forbidden', { detail: what });
  return node;
}

import { coversPermissions, type PeopleFacts } from '../people/cover-grants.ts';
import { PERMISSIONS } from '../people/permission.ts';
import { isPermitted } from '../people/scope.ts';
import type { TenantId } from '../shared/ids.ts';
import type { Tenant } from './tenant.ts';
import { isWithin } from './tenant-tree.ts';

/** Why a node cannot be moved under another. */
export type MoveRefusal =
  | { readonly kind: 'root-stays' }
  | { readonly kind: 'within-itself' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'beyond-own-rights' };

/**
 * Whether a node may be moved, with all below it, under another. Every person and program with a right
 * there gets it here, too, and every webhook there is told what happens here: so whoever moves it must hold each right
 * that somebody gains, at the node, before the move.
 */
export function judgeMove(facts: PeopleFacts, tenant: Tenant, to: TenantId): MoveRefusal | null {
  const { can, tree, ownRoles, people } = facts;
  if (tenant.parentId === null) return { kind: 'root-stays' };
  if (isWithin(tree, to, tenant.id)) return { kind: 'within-itself' };
  if (![tenant.id, tenant.parentId, to].every((node) => can('people.write', node)))
    return { kind: 'not-permitted' };
  const isGained = (from: TenantId) => isWithin(tree, to, from) && !isWithin(tree, tenant.id, from);
  const clients = [...facts.clients.values()].filter(
    (one) => one.removedAt === null && isGained(one.tenantId),
  );
  const webhooks = [...facts.webhooks.values()].filter(
    (one) => one.removedAt === null && isGained(one.tenantId),
  );
  const gained = PERMISSIONS.filter(
    (permission) =>
      [...people.values()].some(({ grants }) => {
        const rights = { grants, ownRoles, tree };
        return isPermitted(rights, permission, to) && !isPermitted(rights, permission, tenant.id);
      }) ||
      clients.some(({ permissions }) => permissions.includes(permission)) ||
      (permission === 'logbook.read' && webhooks.length > 0),
  );
  return coversPermissions(can, gained, tenant.id) ? null : { kind: 'beyond-own-rights' };
}

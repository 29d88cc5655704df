import { coversPermissions, type PeopleFacts } from './cover-grants.ts';
import { hasOwner } from './owners.ts';
import { type OwnRole, roleKey } from './role.ts';

/** Why an own role cannot be saved as somebody wants it. */
export type RoleRefusal =
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'beyond-own-rights' }
  | { readonly kind: 'last-owner' }
  /** It is to go, and people hold it. */
  | { readonly kind: 'in-use'; readonly by: readonly string[] };

/**
 * Whether an own role may be added (`before` is null), changed or removed so. It counts at its node and wherever
 * somebody holds it: who changes it must have all it permits, before and after, at each of these.
 */
export function judgeRole(facts: PeopleFacts, before: OwnRole | null, after: OwnRole): RoleRefusal | null {
  const { can, people, ownRoles } = facts;
  if (!can('people.write', after.tenantId)) return { kind: 'not-permitted' };
  const holders = [...people.values()].filter(({ grants }) =>
    grants.some(({ role }) => role === roleKey(after)),
  );
  const nodes = [
    after.tenantId,
    ...holders
      .flatMap(({ grants }) => grants)
      .filter(({ role }) => role === roleKey(after))
      .map(({ tenantId }) => tenantId),
  ];
  const permissions = [...(before?.permissions ?? []), ...after.permissions];
  if (!nodes.every((node) => coversPermissions(can, permissions, node))) return { kind: 'beyond-own-rights' };
  if (after.removedAt !== null && holders.length > 0)
    return { kind: 'in-use', by: holders.map(({ name }) => name) };
  const roles = new Map(ownRoles).set(after.id, after);
  return before !== null && !hasOwner(people.values(), roles) ? { kind: 'last-owner' } : null;
}

import type { TenantId } from '../shared/ids.ts';
import { isWithin } from '../tenants/tenant-tree.ts';
import { coversGrant, coversPerson, type PeopleFacts } from './cover-grants.ts';
import { hasOwner } from './owners.ts';
import type { Grant, Person } from './person.ts';
import { BUILT_IN_ROLES, type RoleKey } from './role.ts';

/** Why a person cannot be saved as somebody wants it. */
export type PersonRefusal =
  /** The person, or a role of theirs, is to be where whoever asks may not write people. */
  | { readonly kind: 'not-permitted-at'; readonly tenantId: TenantId }
  /** No such role, or one that belongs to another branch. */
  | { readonly kind: 'unknown-role'; readonly role: RoleKey; readonly tenantId: TenantId }
  | { readonly kind: 'beyond-own-rights' }
  | { readonly kind: 'last-owner' };

/**
 * Whether a person may be added (`before` is null) or changed so. Nobody gives what they do not hold at that node
 * themselves, nor acts for somebody who may do more; and somebody always remains who can do everything.
 */
export function judgePerson(facts: PeopleFacts, before: Person | null, after: Person): PersonRefusal | null {
  const touched = [
    ...changedGrants(before?.grants ?? [], after.grants),
    ...changedGrants(after.grants, before?.grants ?? []),
  ];
  const nodes = [
    before?.tenantId ?? after.tenantId,
    after.tenantId,
    ...touched.map(({ tenantId }) => tenantId),
  ];
  const closed = nodes.find((node) => !facts.can('people.write', node));
  if (closed !== undefined) return { kind: 'not-permitted-at', tenantId: closed };
  const unknown = changedGrants(before?.grants ?? [], after.grants).find(
    (grant) => !isGrantable(facts, grant),
  );
  if (unknown !== undefined) return { kind: 'unknown-role', ...unknown };
  if (!(before === null || coversPerson(facts, before)) || !coversPerson(facts, after))
    return { kind: 'beyond-own-rights' };
  if (!touched.every((grant) => coversGrant(facts, grant))) return { kind: 'beyond-own-rights' };
  const people = new Map(facts.people).set(after.id, after);
  return before !== null && !hasOwner(people.values(), facts.ownRoles) ? { kind: 'last-owner' } : null;
}

/** Grants that are in `after` and were not in `before`. */
function changedGrants(before: readonly Grant[], after: readonly Grant[]): readonly Grant[] {
  return after.filter(({ tenantId, role }) =>
    before.every((known) => known.tenantId !== tenantId || known.role !== role),
  );
}

/** An own role can be granted at its node and below. */
function isGrantable({ ownRoles, tree }: PeopleFacts, { tenantId, role }: Grant): boolean {
  if (Object.hasOwn(BUILT_IN_ROLES, role)) return true;
  const own = ownRoles.get(Number(role.slice('own-'.length)));
  return own !== undefined && own.removedAt === null && isWithin(tree, tenantId, own.tenantId);
}

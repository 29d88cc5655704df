import { ROOT_TENANT } from '../tenants/tenant.ts';
import { PERMISSIONS } from './permission.ts';
import type { Person } from './person.ts';
import { type OwnRole, permissionsOf } from './role.ts';

/** Whether a person may sign in and do everything everywhere. */
export function isOwner(person: Person, ownRoles: ReadonlyMap<number, OwnRole>): boolean {
  if (person.disabledAt !== null) return false;
  const held = person.grants
    .filter(({ tenantId }) => tenantId === ROOT_TENANT)
    .flatMap(({ role }) => permissionsOf(role, ownRoles));
  return PERMISSIONS.every((permission) => held.includes(permission));
}

/** Whether there is still somebody who can do everything, once these people and roles are as they are here. */
export function hasOwner(people: Iterable<Person>, ownRoles: ReadonlyMap<number, OwnRole>): boolean {
  for (const person of people) if (isOwner(person, ownRoles)) return true;
  return false;
}

import type { Driver } from '../access/driver.ts';
import type { ApiClient } from '../erp/client.ts';
import type { Webhook } from '../erp/webhook.ts';
import type { ClientId, DriverId, PersonId, TenantId } from '../shared/ids.ts';
import type { TenantTree } from '../tenants/tenant-tree.ts';
import type { Permission } from './permission.ts';
import type { Grant, Person } from './person.ts';
import { type OwnRole, permissionsOf } from './role.ts';

/** What whoever wants something may do themselves, at a node. */
export type Can = (permission: Permission, at: TenantId) => boolean;

/** What is known when somebody wants to change who may do what. */
export interface PeopleFacts {
  readonly can: Can;
  readonly tree: TenantTree;
  readonly ownRoles: ReadonlyMap<number, OwnRole>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly drivers: ReadonlyMap<DriverId, Driver>;
  readonly clients: ReadonlyMap<ClientId, ApiClient>;
  readonly webhooks: ReadonlyMap<number, Webhook>;
}

/**
 * Whether somebody could do all that a person may do. Only then may they act for the person: give a new password,
 * disable, rename. Otherwise whoever may write people would soon be the owner.
 */
export function coversPerson(facts: PeopleFacts, { grants, driverId }: Person): boolean {
  return grants.every((grant) => coversGrant(facts, grant)) && coversDriver(facts, driverId);
}

/** Whether somebody may use all that a grant permits, at the node of the grant. */
export function coversGrant({ can, ownRoles }: PeopleFacts, { tenantId, role }: Grant): boolean {
  return coversPermissions(can, permissionsOf(role, ownRoles), tenantId);
}

/** `own.read` shows only what is the holder's own already: whoever links a driver answers for that. */
export function coversPermissions(can: Can, permissions: readonly Permission[], at: TenantId): boolean {
  return permissions.every((permission) => permission === 'own.read' || can(permission, at));
}

/** Being linked to a driver shows that driver's cards and sessions. */
function coversDriver({ can, drivers }: PeopleFacts, id: DriverId | null): boolean {
  if (id === null) return true;
  const driver = drivers.get(id);
  return driver !== undefined && can('access.read', driver.tenantId) && can('sessions.read', driver.tenantId);
}

import type { TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import { PERMISSIONS, type Permission } from './permission.ts';

/** Roles that every site has. Their permissions are part of the program. */
export const BUILT_IN_ROLES = {
  owner: PERMISSIONS,
  manager: [
    'stations.read',
    'stations.operate',
    'stations.manage',
    'sessions.read',
    'sessions.decide',
    'access.read',
    'access.write',
    'tariffs.read',
    'tariffs.write',
    'logbook.read',
    'logbook.write',
    'people.read',
    'people.write',
  ],
  accountant: [
    'stations.read',
    'sessions.read',
    'sessions.decide',
    'access.read',
    'tariffs.read',
    'tariffs.write',
    'logbook.read',
  ],
  technician: [
    'stations.read',
    'stations.operate',
    'stations.manage',
    'sessions.read',
    'access.read',
    'tariffs.read',
    'logbook.read',
    'logbook.write',
  ],
  viewer: ['stations.read', 'sessions.read', 'tariffs.read', 'logbook.read'],
  driver: ['own.read'],
} as const satisfies Record<string, readonly Permission[]>;

export type BuiltInRole = keyof typeof BUILT_IN_ROLES;
/** The name of a built-in role, or `own-` and the number of one that the site has made. */
export type RoleKey = BuiltInRole | `own-${number}`;

/** A role that a site has put together from permissions. It can be granted at its node and below. */
export interface OwnRole {
  readonly id: number;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly removedAt: Instant | null;
}

export function roleKey(role: OwnRole): RoleKey {
  return `own-${role.id}`;
}

/** Whether a text has the form of a role's key; an own role need not be there. */
export function isRoleKey(text: string): text is RoleKey {
  return Object.hasOwn(BUILT_IN_ROLES, text) || /^own-[1-9]\d{0,14}$/.test(text);
}

/** What a role permits; nothing when it has been removed. */
export function permissionsOf(key: RoleKey, ownRoles: ReadonlyMap<number, OwnRole>): readonly Permission[] {
  if (Object.hasOwn(BUILT_IN_ROLES, key)) return BUILT_IN_ROLES[key as BuiltInRole];
  const role = ownRoles.get(Number(key.slice('own-'.length)));
  return role === undefined || role.removedAt !== null ? [] : role.permissions;
}

import type { Driver } from '../access/driver.ts';
import type { ApiClient } from '../erp/client.ts';
import type { PeopleFacts } from '../people/cover-grants.ts';
import { PERMISSIONS, type Permission } from '../people/permission.ts';
import type { Grant, Person } from '../people/person.ts';
import { BUILT_IN_ROLES, type OwnRole, type RoleKey } from '../people/role.ts';
import { clientId, driverId, type PersonId, personId, type TenantId, tenantId } from '../shared/ids.ts';
import { instant } from '../shared/units.ts';
import { ROOT_TENANT, type Tenant } from '../tenants/tenant.ts';

/** A site as small as can be that has everything: six nodes, two own roles, four people of whom one wants something. */
export interface World {
  readonly parents: readonly number[];
  readonly roles: readonly (readonly Permission[])[];
  readonly grants: readonly (readonly { readonly at: number; readonly role: number }[])[];
}

export const NODES = 6;
export const KEYS: readonly RoleKey[] = [
  'owner',
  'manager',
  'accountant',
  'technician',
  'viewer',
  'driver',
  'own-1',
  'own-2',
];
export const NOON = instant(1_780_315_200_000);

export const CLIENT: ApiClient = {
  id: clientId('erp'),
  tenantId: ROOT_TENANT,
  name: 'ERP',
  permissions: ['sessions.read'],
  secrets: [],
  origins: [],
  createdAt: instant(0),
  createdBy: '',
  tokensFrom: instant(0),
  disabledAt: null,
  removedAt: null,
};

export const DRIVER: Driver = {
  id: driverId(7),
  tenantId: ROOT_TENANT,
  name: 'Eva',
  email: '',
  phone: '',
  costCentre: '',
  contract: '',
  groupIds: [],
  validFrom: null,
  expiresAt: null,
  blockedAt: null,
  note: '',
  addedAt: NOON,
  removedAt: null,
};

// The reference: rights as a set of "permission at node", found by walking up, with nothing of what is tested.

export function rightsOf(
  { parents }: Pick<World, 'parents'>,
  ownRoles: World['roles'],
  grants: readonly Grant[],
): ReadonlySet<string> {
  const rights = new Set<string>();
  for (let node = 0; node < NODES; node += 1)
    for (const above of pathUp(parents, node))
      for (const { tenantId: at, role } of grants)
        if (at === above + 1)
          // Shows what is the holder's own, so it gives nothing away.
          for (const permission of permissionsBy(role, ownRoles))
            if (permission !== 'own.read') rights.add(`${permission} at ${node}`);
  return rights;
}

export function pathUp(parents: readonly number[], node: number): readonly number[] {
  return node === 0 ? [0] : [node, ...pathUp(parents, parents[node - 1] ?? 0)];
}

function permissionsBy(role: RoleKey, ownRoles: World['roles']): readonly Permission[] {
  if (role === 'own-1' || role === 'own-2') return ownRoles[role === 'own-1' ? 0 : 1] ?? [];
  return BUILT_IN_ROLES[role as keyof typeof BUILT_IN_ROLES];
}

export function isOwnerBy(grants: readonly Grant[], ownRoles: World['roles']): boolean {
  const held = new Set(
    grants.filter(({ tenantId: at }) => at === 1).flatMap(({ role }) => permissionsBy(role, ownRoles)),
  );
  return held.size === PERMISSIONS.length;
}

export function hasOwner(people: ReadonlyMap<PersonId, Person>, ownRoles: World['roles']): boolean {
  return [...people.values()].some(
    ({ grants, disabledAt }) => disabledAt === null && isOwnerBy(grants, ownRoles),
  );
}

// The world in the program's words. The first person owns the site, the second is the one who wants something.

export function siteOf(world: World) {
  const tree = new Map<TenantId, Tenant>();
  for (let node = 0; node < NODES; node += 1)
    tree.set(nodeOf(node), {
      id: nodeOf(node),
      parentId: node === 0 ? null : nodeOf(world.parents[node - 1] ?? 0),
      name: `node ${node}`,
      kind: 'site',
      addedAt: NOON,
      removedAt: null,
    });
  const roles = new Map<number, OwnRole>(
    world.roles.map((permissions, index) => [
      index + 1,
      { id: index + 1, tenantId: ROOT_TENANT, name: `role ${index + 1}`, permissions, removedAt: null },
    ]),
  );
  const people = new Map<PersonId, Person>();
  for (let index = 0; index < 4; index += 1) {
    const grants =
      index === 0 ? [{ tenantId: ROOT_TENANT, role: 'owner' as const }] : worldGrants(world, index);
    people.set(personId(index + 1), { ...NOBODY, id: personId(index + 1), name: `person ${index}`, grants });
  }
  return { tree, roles, people };
}

const NOBODY: Person = {
  id: personId(0),
  tenantId: ROOT_TENANT,
  name: '',
  email: '',
  grants: [],
  driverId: null,
  passwordRecord: 'old',
  mustChangePassword: false,
  secondFactor: null,
  createdAt: NOON,
  disabledAt: null,
};

export function worldGrants(world: World, index: number): readonly Grant[] {
  return (world.grants[index - 1] ?? []).map(grantOf);
}

export function grantOf({ at, role }: { readonly at: number; readonly role: number }): Grant {
  return { tenantId: nodeOf(at), role: KEYS[role] ?? 'viewer' };
}

export function nodeOf(index: number): TenantId {
  return tenantId(index + 1);
}

export function personOf(people: ReadonlyMap<PersonId, Person>, index: number): Person {
  const person = people.get(personId(index + 1));
  if (person === undefined) throw new Error(`no person ${index}`);
  return person;
}

/** The second person's rights, by the reference: what is tested looks nowhere else. */
export function factsOf(
  tree: ReadonlyMap<TenantId, Tenant>,
  ownRoles: ReadonlyMap<number, OwnRole>,
  people: ReadonlyMap<PersonId, Person>,
): PeopleFacts {
  const parents = [...tree.values()].slice(1).map(({ parentId }) => (parentId ?? 1) - 1);
  const permissions = [...ownRoles.values()].map((role) => role.permissions);
  const rights = rightsOf({ parents }, permissions, personOf(people, 1).grants);
  return {
    can: (permission, at) => rights.has(`${permission} at ${at - 1}`),
    tree,
    ownRoles,
    people,
    drivers: new Map(),
    clients: new Map(),
    webhooks: new Map(),
  };
}

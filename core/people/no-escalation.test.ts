import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Driver } from '../access/driver.ts';
import { judgeMove } from '../tenants/judge-move.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import {
  CLIENT,
  DRIVER,
  factsOf,
  grantOf,
  hasOwner,
  isOwnerBy,
  KEYS,
  NODES,
  NOON,
  nodeOf,
  pathUp,
  personOf,
  rightsOf,
  siteOf,
  type World,
  worldGrants,
} from '../testing/rights-world.ts';
import type { PeopleFacts } from './cover-grants.ts';
import { judgePerson } from './judge-person.ts';
import { judgeRole } from './judge-role.ts';
import { PERMISSIONS, type Permission } from './permission.ts';
import type { Person } from './person.ts';

const aNode = fc.nat(NODES - 1);
const aGrant = fc.record({ at: aNode, role: fc.nat(KEYS.length - 1) });
const somePermissions = fc.uniqueArray(fc.constantFrom(...PERMISSIONS), {
  minLength: 1,
  maxLength: 8,
});
const aWorld: fc.Arbitrary<World> = fc.record({
  // Each hangs on one before it, so that nothing hangs on itself.
  parents: fc.tuple(...Array.from({ length: NODES - 1 }, (_, index) => fc.nat(index))),
  roles: fc.tuple(somePermissions, somePermissions),
  grants: fc.array(fc.array(aGrant, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
});

test('no change of a person that is accepted gives a right that whoever made it lacks, nor acts for a mightier one', () => {
  fc.assert(
    fc.property(
      aWorld,
      fc.nat(3),
      fc.array(aGrant, { maxLength: 3 }),
      fc.boolean(),
      aNode,
      (world, whom, given, disabled, at) => {
        const { tree, roles, people } = siteOf(world);
        const before = personOf(people, whom);
        const grants = given.map(grantOf);
        const after: Person = {
          ...before,
          grants,
          tenantId: nodeOf(at),
          disabledAt: disabled ? NOON : null,
          passwordRecord: 'new',
        };
        const refusal = judgePerson(factsOf(tree, roles, people), before, after);
        if (refusal !== null) return;
        const own = rightsOf(world, world.roles, worldGrants(world, 1));
        expect(own).toEqual(new Set([...own, ...rightsOf(world, world.roles, before.grants)]));
        expect(own).toEqual(new Set([...own, ...rightsOf(world, world.roles, grants)]));
        expect(hasOwner(new Map(people).set(after.id, after), world.roles)).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('no change of an own role that is accepted gives anybody a right that whoever made it lacks there', () => {
  fc.assert(
    fc.property(aWorld, fc.nat(1), somePermissions, (world, which, permissions) => {
      const { tree, roles, people } = siteOf(world);
      const before = roles.get(which + 1);
      if (before === undefined) throw new Error('no role');
      const refusal = judgeRole(factsOf(tree, roles, people), before, { ...before, permissions });
      if (refusal !== null) return;
      const changed = world.roles.map((known, index) => (index === which ? permissions : known));
      const own = rightsOf(world, world.roles, worldGrants(world, 1));
      for (const { grants } of people.values()) {
        const had = rightsOf(world, world.roles, grants);
        for (const right of rightsOf(world, changed, grants))
          if (!had.has(right)) expect(own).toContain(right);
      }
      expect(hasOwner(people, changed)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('no move of a node that is accepted gives anybody a right that whoever made it lacked there', () => {
  fc.assert(
    fc.property(aWorld, aNode, aNode, (world, moved, to) => {
      const { tree, roles, people } = siteOf(world);
      const node = tree.get(nodeOf(moved));
      if (node === undefined) throw new Error('no node');
      if (judgeMove(factsOf(tree, roles, people), node, nodeOf(to)) !== null) return;
      const parents = world.parents.map((parent, index) => (index === moved - 1 ? to : parent));
      expect(pathUp(parents, to)).not.toContain(moved);
      const own = rightsOf(world, world.roles, worldGrants(world, 1));
      for (const { grants } of people.values()) {
        const had = rightsOf(world, world.roles, grants);
        for (const right of rightsOf({ ...world, parents }, world.roles, grants))
          if (!had.has(right)) expect(own).toContain(right);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('a node moves to no program that could then do there what whoever moves it could not', () => {
  const world: World = {
    parents: [0, 0, 0, 0, 0],
    roles: [['people.write'], ['people.write', 'sessions.read']],
    grants: [[{ at: 0, role: 6 }], [], []],
  };
  const { tree, roles, people } = siteOf(world);
  const node = tree.get(nodeOf(1));
  if (node === undefined) throw new Error('no node');
  const at = (client: number): PeopleFacts => ({
    ...factsOf(tree, roles, people),
    clients: new Map([[CLIENT.id, { ...CLIENT, tenantId: nodeOf(client) }]]),
  });
  expect(judgeMove(at(2), node, nodeOf(2))?.kind).toBe('beyond-own-rights');
  // It may do so there already, or is somewhere else altogether.
  expect([judgeMove(at(0), node, nodeOf(2)), judgeMove(at(3), node, nodeOf(2))]).toEqual([null, null]);
});

test('an owner may do all of it, as long as somebody remains who may', () => {
  fc.assert(
    fc.property(aWorld, fc.array(aGrant, { maxLength: 3 }), aNode, (world, given, moved) => {
      const { tree, roles, people } = siteOf(world);
      const facts: PeopleFacts = { ...factsOf(tree, roles, people), can: () => true };
      const before = personOf(people, 2);
      const grants = given.map(grantOf).filter(({ role }) => !role.startsWith('own-'));
      expect(judgePerson(facts, before, { ...before, grants })).toBeNull();
      const first = personOf(people, 0);
      const others = [...people.values()].some(
        ({ id, grants: held }) => id !== first.id && isOwnerBy(held, world.roles),
      );
      expect(judgePerson(facts, first, { ...first, grants: [] })?.kind ?? null).toBe(
        others ? null : 'last-owner',
      );
      const node = tree.get(nodeOf(moved));
      if (node !== undefined && moved > 0) expect(judgeMove(facts, node, ROOT_TENANT)).toBeNull();
    }),
  );
});

test('a driver is linked only by whoever may see the cards and sessions of the driver', () => {
  const world: World = {
    parents: [0, 0, 0, 0, 0],
    roles: [['people.read'], ['people.read']],
    grants: [[], [], []],
  };
  const { tree, roles, people } = siteOf(world);
  const driver: Driver = { ...DRIVER, tenantId: nodeOf(1) };
  const facts = (permissions: readonly Permission[]): PeopleFacts => ({
    ...factsOf(tree, roles, people),
    drivers: new Map([[driver.id, driver]]),
    can: (permission) => permissions.includes(permission),
  });
  const before = personOf(people, 3);
  const after = { ...before, driverId: driver.id };
  expect(judgePerson(facts(['people.write']), before, after)?.kind).toBe('beyond-own-rights');
  expect(judgePerson(facts(['people.write', 'access.read']), before, after)?.kind).toBe('beyond-own-rights');
  expect(judgePerson(facts(['people.write', 'access.read', 'sessions.read']), before, after)).toBeNull();
  // Nor is one who sees more than oneself unlinked, or given a new password.
  expect(judgePerson(facts(['people.write']), after, before)?.kind).toBe('beyond-own-rights');
});

import { expect, test } from 'vitest';
import type { Tenant } from '#api/tenants.ts';
import { possibleParents, tenantRows } from './tenant-rows.ts';

const compare = (a: string, b: string) => a.localeCompare(b);
const tree = [
  node(3, 1, 'Yard'),
  node(1, null, 'Works'),
  node(4, 3, 'Shift B'),
  node(2, 1, 'Hall'),
  node(5, 3, 'Shift A'),
];

test('the tree is read from the top down, by name', () => {
  expect(tenantRows(tree, compare).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    '0 Works',
    '1 Hall',
    '1 Yard',
    '2 Shift A',
    '2 Shift B',
  ]);
});

test('a part of the tree begins where it is cut off', () => {
  expect(tenantRows(tree.slice(2, 3), compare)).toMatchObject([{ name: 'Shift B', depth: 0 }]);
});

test('a node is offered neither itself nor what lies below it as its parent', () => {
  expect(possibleParents(tree, 3).map(({ id }) => id)).toEqual([1, 2]);
});

function node(id: number, parentId: number | null, name: string): Tenant {
  return { id, parentId, name, kind: 'site', addedAt: '2026-01-01T00:00:00Z', within: true, hanging: null };
}

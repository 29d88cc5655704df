import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tenantId } from '../shared/ids.ts';
import { instant } from '../shared/units.ts';
import { pathOf } from '../tenants/tenant-tree.ts';
import { type Webhook, wants } from './webhook.ts';

const AT = instant(1_700_000_000_000);

test('a webhook hears of its node and what lies below, and of no other branch', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (parents, a, b) => {
      // The parent of each node is one of those before it; the first is the root.
      const tree = new Map(
        [0, ...parents].map((parent, index) => {
          const id = tenantId(index + 1);
          const parentId = index === 0 ? null : tenantId((parent % index) + 1);
          return [id, { id, parentId, name: '', kind: 'site' as const, addedAt: AT, removedAt: null }];
        }),
      );
      const hangsOn = tenantId((a % tree.size) + 1);
      const happensAt = tenantId((b % tree.size) + 1);
      const above: number[] = [];
      for (let at = tree.get(happensAt); at !== undefined; at = tree.get(at.parentId ?? tenantId(0)))
        above.push(at.id);
      expect(wants(webhook({ tenantId: hangsOn }), 'note', pathOf(tree, happensAt))).toBe(
        above.includes(hangsOn),
      );
    }),
  );
});

test('one that is disabled or removed, or did not ask for the kind, hears nothing', () => {
  const path = [tenantId(1)];
  expect(wants(webhook({}), 'note', path)).toBe(true);
  expect(wants(webhook({}), 'session-ended', path)).toBe(false);
  expect(wants(webhook({ disabledAt: AT }), 'note', path)).toBe(false);
  expect(wants(webhook({ removedAt: AT }), 'note', path)).toBe(false);
});

function webhook(more: Partial<Webhook>): Webhook {
  return {
    id: 1,
    tenantId: tenantId(1),
    name: 'ERP',
    url: 'https://erp.example/',
    kinds: ['note'],
    sealedSecret: '',
    createdAt: AT,
    createdBy: '',
    disabledAt: null,
    removedAt: null,
    givenUpAt: null,
    ...more,
  };
}

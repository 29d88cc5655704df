import { expect, test } from 'vitest';
import { cardId } from '../shared/ids.ts';
import { instant, MINUTE } from '../shared/units.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import { authorizeCard, type CardFacts } from './authorize-card.ts';
import type { Card } from './card.ts';
import { cardUid, isCardUid } from './card-uid.ts';

const NOON = instant(Date.UTC(2026, 5, 1, 12));
const card: Card = {
  id: cardId(1),
  uid: cardUid('04A2'),
  tenantId: ROOT_TENANT,
  spellings: [],
  groupIds: [],
  validFrom: null,
  label: '',
  holder: 'Anna',
  addedAt: NOON,
  blockedAt: null,
  expiresAt: null,
  maxConcurrent: 1,
  parentTag: null,
  removedAt: null,
};

function verdict(changed: Partial<CardFacts>): string {
  const facts = { access: 'known-cards', card, now: NOON, chargingAt: [], ...changed } as const;
  const judged = authorizeCard(facts);
  return judged.kind === 'accepted' ? 'accepted' : judged.refusal.kind;
}

test('who may charge, and why not', () => {
  expect(verdict({})).toBe('accepted');
  expect(verdict({ card: null })).toBe('unknown');
  expect(verdict({ card: null, access: 'everybody' })).toBe('accepted');
  expect(verdict({ card: { ...card, removedAt: NOON } })).toBe('unknown');
  expect(verdict({ card: { ...card, removedAt: NOON }, access: 'everybody' })).toBe('accepted');
  expect(verdict({ chargingAt: ['B'] })).toBe('charging-elsewhere');
  expect(verdict({ chargingAt: ['B'], card: { ...card, maxConcurrent: null } })).toBe('accepted');
});

test('what somebody blocked on purpose stays blocked, even where everybody may charge', () => {
  for (const access of ['everybody', 'known-cards'] as const) {
    expect(verdict({ access, card: { ...card, blockedAt: NOON } })).toBe('blocked');
    expect(verdict({ access, card: { ...card, expiresAt: NOON } })).toBe('expired');
    expect(verdict({ access, card: { ...card, expiresAt: instant(NOON + MINUTE) } })).toBe('accepted');
  }
});

test('a card is one card in every spelling that stations use', () => {
  expect(new Set([' 04a2 b3', '04A2B3', '04\ta2b3\n'].map(cardUid))).toEqual(new Set(['04A2B3']));
  expect(['04A2', 'x', 'a b', '', 'Ä1', '\u0000', 'X'.repeat(37)].map(isCardUid)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

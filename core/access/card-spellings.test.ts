import { expect, test } from 'vitest';
import { cardId } from '../shared/ids.ts';
import { instant } from '../shared/units.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import type { Card } from './card.ts';
import { similarCard } from './card-spellings.ts';
import { cardUid } from './card-uid.ts';

const BECKER = card(1, '04A2B3C4');

test.each([
  ['C4B3A204', 'reversed'],
  ['77771716', 'decimal'],
  ['3300106756', 'reversed-decimal'],
])('%s is the card 04A2B3C4, read %s', (unknown, spelling) => {
  expect(similarCard(cardUid(unknown), [BECKER, card(2, 'FFFF0001')])).toEqual({ card: BECKER, spelling });
});

test('four bytes of seven are recognised', () => {
  const long = card(3, '04A2B3C4D5E680');
  expect(similarCard(cardUid('04A2B3C4'), [long])).toEqual({ card: long, spelling: 'shortened' });
});

test('a card that was taken in with its decimal number is recognised by its bytes', () => {
  const decimal = card(4, '77771716');
  expect(similarCard(cardUid('04A2B3C4'), [decimal])).toEqual({ card: decimal, spelling: 'decimal' });
});

test('two cards that both fit are no hint', () => {
  expect(similarCard(cardUid('04A2B3C4'), [card(1, '04A2B3C4D5E680'), card(2, '04A2B3C4D5E681')])).toBeNull();
});

test('another number, a removed card and a word are not similar to anything', () => {
  expect(similarCard(cardUid('04A2B3C5'), [BECKER])).toBeNull();
  expect(similarCard(cardUid('C4B3A204'), [{ ...BECKER, removedAt: instant(5) }])).toBeNull();
  expect(similarCard(cardUid('VISITOR'), [BECKER, card(2, 'GUEST')])).toBeNull();
});

function card(id: number, uid: string): Card {
  return {
    id: cardId(id),
    uid: cardUid(uid),
    tenantId: ROOT_TENANT,
    spellings: [],
    groupIds: [],
    validFrom: null,
    label: '',
    holder: 'A. Becker',
    addedAt: instant(1),
    blockedAt: null,
    expiresAt: null,
    maxConcurrent: 1,
    parentTag: null,
    removedAt: null,
  };
}

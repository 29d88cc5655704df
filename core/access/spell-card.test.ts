import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardUid, cardUid } from './card-uid.ts';
import { spellingKeys, spellingOf } from './spell-card.ts';

test.each([
  ['C4B3A204', '04A2B3C4', 'reversed'],
  ['77771716', '04A2B3C4', 'decimal'],
  ['3300106756', '04A2B3C4', 'reversed-decimal'],
  ['04A2B3C4', '04A2B3C4D5E680', 'shortened'],
  ['00000004A2B3C4', '04A2B3C4', 'padded'],
  ['04A2B3C4000000', '04A2B3C4', 'padded'],
  ['C4B3A204000000', '04A2B3C4', 'reversed'],
  ['04A2B3C4_17401234', '04A2B3C4', 'serial-suffix'],
  ['VID:04A2B3C4', '04A2B3C4', 'prefixed'],
  ['04:A2:B3:C4', '04A2B3C4', 'prefixed'],
  ['0077771716', '77771716', 'padded'],
])('%s is %s, %s', (other, known, spelling) => {
  expect(spellingOf(cardUid(other), cardUid(known))).toBe(spelling);
  expect(spellingOf(cardUid(known), cardUid(other))).not.toBeNull();
});

test.each([
  ['04A2B3C5', '04A2B3C4'],
  ['FLEET_1', 'FLEET_2'],
  ['VISITOR', 'GUEST'],
  ['04A2B3C4D5E681', '04A2B3C4D5E680'],
])('%s and %s are two cards', (other, known) => {
  expect(spellingOf(cardUid(other), cardUid(known))).toBeNull();
});

describe('whatever the number of a card is', () => {
  const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 7 }).map(hex);
  const transformations: Readonly<Record<string, (uid: string) => string>> = {
    backwards: (uid) => backwards(uid),
    'in decimal': (uid) => BigInt(`0x${uid}`).toString().padStart(6, '0'),
    'backwards and in decimal': (uid) =>
      BigInt(`0x${backwards(uid)}`)
        .toString()
        .padStart(6, '0'),
    'with zeros before': (uid) => uid.padStart(20, '0'),
    'with zeros behind': (uid) => uid.padEnd(20, '0'),
    'with the serial number of the reader': (uid) => `${uid}_1740`,
    'with a prefix': (uid) => `VID:${uid}`,
    'with colons, in small letters': (uid) => (uid.match(/../g) ?? []).join(':').toLowerCase(),
    'with its first four bytes': (uid) => uid.slice(0, 8),
    'with its last four bytes': (uid) => uid.slice(-8),
  };

  test.each(Object.keys(transformations))('%s it is found by its keys and recognised', (name) => {
    fc.assert(
      fc.property(bytes, (uid) => {
        const known = cardUid(uid);
        const other = cardUid(transformations[name]?.(uid) ?? '');
        // What is all zeros names no card.
        fc.pre(other !== known && !/^0*$/.test(uid.slice(0, 8)) && !/^0*$/.test(uid.slice(-8)));
        expect(spellingOf(other, known)).not.toBeNull();
        expect(shareKey(other, known)).toBe(true);
      }),
    );
  });

  test('two cards that can be written alike are never taken for different ones by the keys', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, two) => {
        if (spellingOf(cardUid(one), cardUid(two)) !== null)
          expect(shareKey(cardUid(one), cardUid(two))).toBe(true);
      }),
    );
  });
});

test('the cards of one delivery, which begin alike, are not looked through for each other', () => {
  const cards = Array.from({ length: 50 }, (_, index) =>
    cardUid(hex([4, 0xa2, 0xb8, 0x1c, 0x5e, 0x72, index])),
  );
  const filed = new Set(cards.slice(1).flatMap((card) => spellingKeys(card).filed));
  expect(spellingKeys(cards[0] ?? cardUid('')).asked.filter((key) => filed.has(key))).toEqual([]);
});

function shareKey(one: CardUid, two: CardUid): boolean {
  const [first, second] = [spellingKeys(one), spellingKeys(two)];
  return (
    first.asked.some((key) => second.filed.includes(key)) &&
    second.asked.some((key) => first.filed.includes(key))
  );
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}

function backwards(uid: string): string {
  return (uid.match(/../g) ?? []).toReversed().join('');
}

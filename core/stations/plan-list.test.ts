import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../access/card.ts';
import { type CardUid, cardUid } from '../access/card-uid.ts';
import type { CardVerdict } from '../access/decide-access.ts';
import { cardId, stationId } from '../shared/ids.ts';
import { DAY, instant, later } from '../shared/units.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import { type ListEntry, type LocalList, noList, offlineCardsOf } from './local-list.ts';
import { afterMessage, isSameList, planList } from './plan-list.ts';
import { type ListCandidate, wantedList } from './wanted-list.ts';

const NOON = instant(Date.UTC(2026, 10, 21, 12));
const STATION = stationId('A');

const entry = (idTag: string, status: ListEntry['status'] = 'Accepted'): ListEntry => ({
  idTag: cardUid(idTag),
  status,
  expiresAt: null,
  group: null,
});

function holding(
  version: number | null,
  entries: readonly ListEntry[],
  perMessage: number | null = null,
): LocalList {
  return {
    ...noList(STATION),
    version,
    entries,
    state: version === null ? { kind: 'never-sent' } : { kind: 'acknowledged' },
    abilities: { capacity: null, perMessage, readAt: null },
  };
}

const card = (id: number, more: Partial<Card> = {}): Card => ({
  id: cardId(id),
  uid: cardUid(`CARD${id}`),
  tenantId: ROOT_TENANT,
  spellings: [],
  groupIds: [],
  validFrom: null,
  label: '',
  holder: '',
  addedAt: later(NOON, id),
  blockedAt: null,
  expiresAt: null,
  maxConcurrent: 1,
  parentTag: null,
  removedAt: null,
  ...more,
});

/** By itself, at a station without rules. */
const candidate = (known: Card): ListCandidate => ({
  numbers: [known.uid, ...known.spellings],
  addedAt: known.addedAt,
  parentTag: known.parentTag,
  until: known.expiresAt,
  verdict: verdictOf(known),
});

function verdictOf(known: Card): CardVerdict {
  if (known.blockedAt !== null)
    return { kind: 'refused', refusal: { kind: 'blocked', since: known.blockedAt }, card: known };
  if (known.expiresAt !== null && known.expiresAt <= NOON)
    return { kind: 'refused', refusal: { kind: 'expired', since: known.expiresAt }, card: known };
  return { kind: 'accepted', card: known, by: { kind: 'no-rule' } };
}

test('the first list goes out whole, in messages that the station can take, with growing versions', () => {
  const wanted = ['A', 'B', 'C', 'D', 'E'].map((uid) => entry(uid));
  const plan = planList(holding(null, [], 2), { wanted, stationVersion: 0, whole: false });
  expect(plan.map(({ type, version, put }) => [type, version, put.length])).toEqual([
    ['Full', 1, 2],
    ['Differential', 2, 2],
    ['Differential', 3, 1],
  ]);
});

test('afterwards only the difference goes out: new, changed and gone cards', () => {
  const held = [entry('A'), entry('B'), entry('C')];
  const wanted = [entry('A'), entry('B', 'Blocked'), entry('D')];
  const plan = planList(holding(7, held), { wanted, stationVersion: 7, whole: false });
  expect(plan).toEqual([
    {
      type: 'Differential',
      version: 8,
      put: [entry('B', 'Blocked'), entry('D')],
      remove: ['C'],
    },
  ]);
  expect(planList(holding(7, held), { wanted: held, stationVersion: 7, whole: false })).toEqual([]);
});

test('a station that names another version than it took, or none, gets the whole list', () => {
  const held = [entry('A')];
  for (const stationVersion of [0, 3, null]) {
    const [first] = planList(holding(7, held), { wanted: held, stationVersion, whole: false });
    expect(first).toMatchObject({ type: 'Full', version: 8 });
  }
  const [ahead] = planList(holding(7, held), { wanted: held, stationVersion: 90, whole: false });
  expect(ahead).toMatchObject({ type: 'Full', version: 91 });
});

test('a version is never 0 or -1 and never grows beyond what a station can keep', () => {
  const greatest = 2_147_483_647;
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(greatest), fc.integer({ min: 1, max: greatest })),
      fc.integer({ min: -1, max: greatest }),
      fc.integer({ min: 0, max: 7 }),
      fc.boolean(),
      (version, stationVersion, count, whole) => {
        const wanted = Array.from({ length: count }, (_, index) => entry(`N${index}`));
        const plan = planList(holding(version, [entry('OLD')], 2), { wanted, stationVersion, whole });
        for (const message of plan) {
          expect(message.version).toBeGreaterThan(0);
          expect(message.version).toBeLessThanOrEqual(greatest);
        }
        for (const [index, message] of plan.entries())
          if (message.type === 'Differential')
            expect(message.version).toBeGreaterThan(plan[index - 1]?.version ?? version);
      },
    ),
  );
});

test('whatever the lists, the messages lead from what the station had to what is wanted', () => {
  const someList = fc.uniqueArray(
    fc.record({
      idTag: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F').map(cardUid),
      status: fc.constantFrom('Accepted' as const, 'Blocked' as const),
      expiresAt: fc.constantFrom(null, NOON),
      group: fc.constantFrom(null, cardUid('G')),
    }),
    { selector: ({ idTag }) => idTag },
  );
  fc.assert(
    fc.property(
      someList,
      someList,
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (held, wanted, size, lost) => {
        const plan = planList(holding(5, held, size), { wanted, stationVersion: lost ? 0 : 5, whole: false });
        let entries: readonly ListEntry[] = lost ? [] : held;
        for (const message of plan) {
          expect(message.put.length + message.remove.length).toBeLessThanOrEqual(size);
          entries = afterMessage(entries, message);
        }
        expect(isSameList(entries, wanted)).toBe(true);
      },
    ),
  );
});

test('on a short list the cards held lately stand, and blocked ones fall off first', () => {
  const cards = [
    card(1),
    card(2, { blockedAt: NOON }),
    card(3),
    card(4, { expiresAt: later(NOON, -DAY) }),
    card(5, { uid: cardUid('X'.repeat(24)) }),
  ];
  const lastHeld = new Map([[cardUid('CARD1'), [{ at: later(NOON, DAY), stationId: STATION }]]]);
  const short = wantedList(cards.map(candidate), { stationId: STATION, capacity: 1, lastHeld });
  expect(short.entries.map(({ idTag }) => idTag)).toEqual(['CARD1']);
  expect(short.leftOut).toEqual(['X'.repeat(24), 'CARD3']);
  const whole = wantedList(cards.map(candidate), { stationId: STATION, capacity: null, lastHeld });
  expect(whole.entries.map(({ idTag, status }) => `${idTag} ${status}`)).toEqual([
    'CARD1 Accepted',
    'CARD3 Accepted',
    'CARD4 Expired',
    'CARD2 Blocked',
  ]);
});

test('a card stands on the list as this reader wrote it; one never held here also in other ways, where there is room', () => {
  const [one, two, three] = [cardUid('0411'), cardUid('1104'), cardUid('4')];
  const cards = [card(1, { uid: one, spellings: [two, three] }), card(2), card(3, { blockedAt: NOON })];
  const at = (stationId: string) => [{ at: NOON, stationId }];
  const numbers = (lastHeld: ReadonlyMap<CardUid, ReturnType<typeof at>>, capacity: number | null = null) =>
    wantedList(cards.map(candidate), { stationId: STATION, capacity, lastHeld }).entries.map(
      ({ idTag }) => idTag,
    );
  expect(numbers(new Map([[two, at(STATION)]]))).toEqual(['1104', 'CARD2', 'CARD3']);
  expect(numbers(new Map([[two, at('ELSEWHERE')]]))).toEqual(['0411', 'CARD2', '1104', '4', 'CARD3']);
  expect(numbers(new Map(), 3)).toEqual(['CARD2', '0411', '1104']);
});

test('of a list that was lost, or never sent, nobody says which cards the station knows', () => {
  expect(offlineCardsOf(undefined)).toEqual({ kind: 'unknown' });
  expect(offlineCardsOf(noList(STATION))).toEqual({ kind: 'unknown' });
  expect(offlineCardsOf(holding(3, [entry('A')]))).toMatchObject({ kind: 'list', version: 3 });
  const lost: LocalList = { ...holding(3, [entry('A')]), state: { kind: 'lost', found: 0, at: NOON } };
  expect(offlineCardsOf(lost)).toEqual({ kind: 'unknown' });
});

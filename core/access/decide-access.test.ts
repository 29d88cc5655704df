import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardId, driverId, groupId, tenantId, vehicleId } from '../shared/ids.ts';
import { DAY, HOUR, type Instant, instant, MINUTE } from '../shared/units.ts';
import { ROOT_TENANT } from '../tenants/tenant.ts';
import type { AccessRule } from './access-rule.ts';
import type { Card } from './card.ts';
import { cardUid, isCardUid } from './card-uid.ts';
import { type AccessFacts, decideAccess } from './decide-access.ts';
import type { Driver } from './driver.ts';
import type { Group } from './group.ts';
import type { Vehicle } from './vehicle.ts';
import type { WallClock } from './week-windows.ts';

/** A Monday, in a place without summer time. */
const NOON = instant(Date.UTC(2026, 5, 1, 12));
const BEFORE = instant(NOON - DAY);
const AFTER = instant(NOON + DAY);
const utc: WallClock = {
  at(moment) {
    const date = new Date(moment);
    const weekday = (date.getUTCDay() === 0 ? 7 : date.getUTCDay()) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
    return { weekday, minute: date.getUTCHours() * 60 + date.getUTCMinutes() };
  },
  moments: (moment, days, minute) => [instant(Math.floor(moment / DAY) * DAY + days * DAY + minute * MINUTE)],
};
const A = groupId(1);
const B = groupId(2);
const GONE = groupId(3);
const groups = new Map([A, B, GONE].map((id) => [id, group(id)]));
const card: Card = {
  id: cardId(1),
  uid: cardUid('04A2'),
  tenantId: ROOT_TENANT,
  spellings: [],
  groupIds: [A],
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
const anna = driver({});
const van: Vehicle = {
  id: vehicleId(1),
  tenantId: ROOT_TENANT,
  plate: 'S-AB 1',
  label: '',
  make: '',
  model: '',
  batteryWh: null,
  acPower: null,
  phases: null,
  vid: cardUid('VID:0011'),
  groupIds: [B],
  odometer: [],
  blockedAt: null,
  note: '',
  addedAt: BEFORE,
  removedAt: null,
};

describe('a card by itself', () => {
  test.each<[string, Partial<AccessFacts>]>([
    ['accepted', {}],
    ['unknown', { card: null }],
    ['accepted', { card: null, access: 'everybody' }],
    ['unknown', { card: { ...card, removedAt: NOON } }],
    ['accepted', { card: { ...card, removedAt: NOON }, access: 'everybody' }],
    ['charging-elsewhere', { chargingAt: ['B'] }],
    ['accepted', { chargingAt: ['B'], card: { ...card, maxConcurrent: null } }],
    ['accepted', { chargingAt: ['B'], card: { ...card, maxConcurrent: 2 } }],
    ['not-yet-valid', { card: { ...card, validFrom: AFTER } }],
    ['accepted', { card: { ...card, validFrom: NOON } }],
  ])('is %s with %j', (expected, changed) => {
    expect(verdict(changed)).toBe(expected);
  });

  test('what somebody blocked on purpose stays blocked, even where everybody may charge', () => {
    for (const access of ['everybody', 'known-cards'] as const) {
      expect(verdict({ access, card: { ...card, blockedAt: NOON } })).toBe('blocked');
      expect(verdict({ access, card: { ...card, expiresAt: NOON } })).toBe('expired');
      expect(verdict({ access, card: { ...card, expiresAt: instant(NOON + MINUTE) } })).toBe('accepted');
    }
  });
});

describe('drivers and cars', () => {
  test('a card whose only driver may not charge may not either', () => {
    expect(verdict({ drivers: [driver({ blockedAt: BEFORE })] })).toBe('driver-blocked');
    expect(verdict({ drivers: [driver({ expiresAt: NOON })] })).toBe('driver-expired');
    expect(verdict({ drivers: [driver({ validFrom: AFTER })] })).toBe('driver-not-yet-valid');
    expect(verdict({ drivers: [driver({ removedAt: BEFORE })] })).toBe('driver-blocked');
  });

  test('one driver who may charge is enough', () => {
    expect(verdict({ drivers: [driver({ blockedAt: BEFORE }), anna] })).toBe('accepted');
  });

  test('a car that the station recognises is judged as itself', () => {
    expect(verdict({ card: null, recognised: van })).toBe('accepted');
    expect(verdict({ card: null, recognised: { ...van, blockedAt: BEFORE } })).toBe('vehicle-blocked');
    expect(verdict({ card: null, recognised: van, rules: [rule({ groups: [A] })] })).toBe('not-allowed-here');
    expect(verdict({ card: null, recognised: van, rules: [rule({ groups: [B] })] })).toBe('accepted');
  });

  test('groups come from the card, its drivers who may charge, and its cars', () => {
    const rules = [rule({ groups: [B] })];
    expect(verdict({ rules })).toBe('not-allowed-here');
    expect(verdict({ rules, drivers: [driver({ groupIds: [B] })] })).toBe('accepted');
    expect(verdict({ rules, vehicles: [van] })).toBe('accepted');
    expect(verdict({ rules, vehicles: [{ ...van, blockedAt: BEFORE }] })).toBe('not-allowed-here');
    const blocked = driver({ groupIds: [B], blockedAt: BEFORE });
    expect(verdict({ rules, drivers: [blocked, anna] })).toBe('not-allowed-here');
  });

  test('a group that was removed carries no right', () => {
    const gone = new Map([...groups, [GONE, { ...group(GONE), removedAt: BEFORE }]]);
    const facts = { rules: [rule({ groups: [GONE] })], card: { ...card, groupIds: [GONE] } };
    expect(verdict(facts)).toBe('accepted');
    expect(verdict({ ...facts, groups: gone })).toBe('not-allowed-here');
  });
});

describe('rules', () => {
  test('a refusal says who may charge here and since when', () => {
    const facts = {
      rules: [rule({ groups: [B] }), rule({ groups: [A], to: BEFORE })],
    };
    expect(decided(facts)).toMatchObject({
      refusal: { kind: 'not-allowed-here', allowed: ['Group 2'], since: BEFORE },
    });
    const closing = { rules: [rule({ groups: [B], from: BEFORE })] };
    expect(decided(closing)).toMatchObject({ refusal: { since: BEFORE } });
    expect(decided({ rules: [rule({ groups: [B] })] })).toMatchObject({ refusal: { since: null } });
  });

  test('a rule that has ended or is yet to come neither lets in nor closes', () => {
    expect(verdict({ rules: [rule({ groups: [B], to: NOON })] })).toBe('accepted');
    expect(verdict({ rules: [rule({ groups: [B], from: AFTER })] })).toBe('accepted');
    expect(verdict({ rules: [rule({ groups: [B], from: NOON })] })).toBe('not-allowed-here');
  });

  test('outside its hours a rule says when it opens again', () => {
    const nights = rule({ groups: [A], windows: [{ days: [1, 2, 3, 4, 5], from: 22 * 60, to: 6 * 60 }] });
    expect(decided({ rules: [nights] })).toMatchObject({
      refusal: { kind: 'outside-hours', opensAt: NOON + 10 * HOUR },
    });
    const at = (now: Instant) => verdict({ rules: [nights], now });
    expect(at(instant(NOON + 10 * HOUR))).toBe('accepted');
    // Tuesday before six belongs to Monday's window; Monday before six to none, for Sunday has none.
    expect(at(instant(NOON + 17 * HOUR))).toBe('accepted');
    expect(at(instant(NOON + 18 * HOUR))).toBe('outside-hours');
    expect(at(instant(NOON - 7 * HOUR))).toBe('outside-hours');
  });

  test('everybody means every card that is valid, and where everybody may charge the unknown too', () => {
    const rules = [rule({})];
    expect(verdict({ rules })).toBe('accepted');
    expect(verdict({ rules, card: null })).toBe('unknown');
    expect(verdict({ rules, card: null, access: 'everybody' })).toBe('accepted');
    expect(verdict({ rules: [rule({ groups: [A] })], card: null, access: 'everybody' })).toBe(
      'not-allowed-here',
    );
  });
});

describe('whatever the rules are', () => {
  const someGroups = fc.uniqueArray(fc.constantFrom(A, B, GONE), { maxLength: 3 });
  const moment = fc.option(fc.constantFrom(BEFORE, NOON, AFTER), { nil: null });
  const someRule = fc
    .record({
      groups: fc.option(fc.uniqueArray(fc.constantFrom(A, B, GONE), { minLength: 1 }), { nil: undefined }),
      from: moment,
      to: moment,
      windows: fc.array(
        fc.record({
          days: fc.uniqueArray(fc.constantFrom(1 as const, 2 as const, 7 as const), { minLength: 1 }),
          from: fc.integer({ min: 0, max: 1439 }),
          to: fc.integer({ min: 1, max: 1440 }),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ groups: who, ...more }) => rule({ ...more, ...(who === undefined ? {} : { groups: who }) }));

  test('a rule lets nobody in who is in none of its groups', () => {
    fc.assert(
      fc.property(fc.array(someRule, { maxLength: 5 }), someGroups, (rules, groupIds) => {
        const judged = decided({ rules, card: { ...card, groupIds } });
        if (judged.kind !== 'accepted' || judged.by.kind !== 'rule') return;
        const { who } = judged.by.rule;
        expect(who.kind === 'everybody' || who.groupIds.some((id) => groupIds.includes(id))).toBe(true);
      }),
    );
  });

  test('taking one rule away refuses nobody who is let in by another', () => {
    fc.assert(
      fc.property(fc.array(someRule, { maxLength: 5 }), someGroups, fc.nat(4), (rules, groupIds, gone) => {
        const judged = decided({ rules, card: { ...card, groupIds } });
        if (judged.kind !== 'accepted') return;
        const left = rules.filter((one, index) => index !== gone || one === lettingIn(judged));
        expect(verdict({ rules: left, card: { ...card, groupIds } })).toBe('accepted');
      }),
    );
  });

  test('being in one more group never keeps anybody out', () => {
    fc.assert(
      fc.property(fc.array(someRule, { maxLength: 5 }), someGroups, (rules, groupIds) => {
        if (verdict({ rules, card: { ...card, groupIds } }) !== 'accepted') return;
        expect(verdict({ rules, card: { ...card, groupIds: [A, B, GONE] } })).toBe('accepted');
      }),
    );
  });
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

function decided(changed: Partial<AccessFacts>) {
  return decideAccess({
    access: 'known-cards',
    card,
    recognised: null,
    drivers: [],
    vehicles: [],
    groups,
    rules: [],
    clock: utc,
    now: NOON,
    chargingAt: [],
    ...changed,
  });
}

function verdict(changed: Partial<AccessFacts>): string {
  const judged = decided(changed);
  return judged.kind === 'accepted' ? 'accepted' : judged.refusal.kind;
}

function lettingIn(judged: ReturnType<typeof decided>): AccessRule | null {
  return judged.kind === 'accepted' && judged.by.kind === 'rule' ? judged.by.rule : null;
}

function rule({
  groups: groupIds,
  ...more
}: Partial<AccessRule> & { readonly groups?: readonly Group['id'][] }): AccessRule {
  return {
    id: 1,
    tenantId: tenantId(1),
    name: 'Rule',
    who: groupIds === undefined ? { kind: 'everybody' } : { kind: 'groups', groupIds },
    where: { groupIds: [], powerClasses: [], stationIds: [] },
    windows: [],
    from: null,
    to: null,
    removedAt: null,
    ...more,
  };
}

function group(id: Group['id']): Group {
  return { id, of: 'users', tenantId: ROOT_TENANT, name: `Group ${id}`, addedAt: BEFORE, removedAt: null };
}

function driver(changed: Partial<Driver>): Driver {
  return {
    id: driverId(1),
    tenantId: ROOT_TENANT,
    name: 'Anna',
    email: '',
    phone: '',
    costCentre: '',
    contract: '',
    groupIds: [],
    validFrom: null,
    expiresAt: null,
    blockedAt: null,
    note: '',
    addedAt: BEFORE,
    removedAt: null,
    ...changed,
  };
}

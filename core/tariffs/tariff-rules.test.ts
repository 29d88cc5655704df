import { describe, expect, test } from 'vitest';
import { cardId, driverId, groupId, tenantId } from '../shared/ids.ts';
import { MINUTE, milliseconds, wattHours } from '../shared/units.ts';
import { basisPoints } from './amounts.ts';
import { chooseTariff, type PayerFacts } from './choose-tariff.ts';
import { civilDay, daysLater } from './civil-day.ts';
import { canBePublished, judgeTariff } from './judge-tariff.ts';
import { feeFor, type PeriodicFee } from './periodic-fee.ts';
import type { Tariff } from './tariff.ts';
import type { RuleTarget, TariffRule } from './tariff-rule.ts';
import { type PublishWish, publish, type TariffVersion, versionAt, withdraw } from './tariff-version.ts';
import { at } from './testing/sessions.ts';
import { clock, element, price, tariff } from './testing/tariffs.ts';

describe('who pays by which tariff', () => {
  const FACTS: PayerFacts = {
    cardId: cardId(1),
    driverId: driverId(2),
    userGroups: [groupId(3), groupId(4)],
    stationGroups: [groupId(5)],
    powerClass: 'DC',
    tenantPath: [tenantId(7), tenantId(6), tenantId(1)],
  };
  const TARGETS: readonly RuleTarget[] = [
    { kind: 'card', cardId: cardId(1) },
    { kind: 'driver', driverId: driverId(2) },
    { kind: 'user-group', groupId: groupId(4) },
    { kind: 'station-group', groupId: groupId(5) },
    { kind: 'power-class', powerClass: 'DC' },
    { kind: 'site', tenantId: tenantId(6) },
    { kind: 'tenant', tenantId: tenantId(6) },
    { kind: 'default' },
  ];
  const RULES = TARGETS.map((target, index) => rule(100 - index, target));

  test('the first of eight kinds wins, and the others are told as having lost', () => {
    for (const index of RULES.keys()) {
      const left = RULES.slice(index);
      const choice = chooseTariff(FACTS, [...left].reverse());
      expect(choice).toMatchObject({ kind: 'chosen', rule: left[0] });
      if (choice.kind === 'chosen') expect(choice.lost.map(({ rule }) => rule)).toEqual(left.slice(1));
    }
  });

  test('rules about others never count', () => {
    const others: readonly RuleTarget[] = [
      { kind: 'card', cardId: cardId(9) },
      { kind: 'driver', driverId: driverId(9) },
      { kind: 'user-group', groupId: groupId(5) },
      { kind: 'power-class', powerClass: 'AC' },
      { kind: 'tenant', tenantId: tenantId(9) },
    ];
    const rules = others.map((target, id) => rule(id, target));
    expect(chooseTariff(FACTS, rules)).toEqual({ kind: 'no-tariff' });
    expect(chooseTariff({ ...FACTS, cardId: null, driverId: null }, RULES.slice(0, 2))).toEqual({
      kind: 'no-tariff',
    });
  });

  test('of two of one kind the nearer one wins', () => {
    const far = rule(1, { kind: 'tenant', tenantId: tenantId(1) });
    const near = rule(2, { kind: 'tenant', tenantId: tenantId(7) });
    expect(chooseTariff(FACTS, [far, near])).toEqual({
      kind: 'chosen',
      rule: near,
      lost: [{ rule: far, because: 'same-kind' }],
    });
  });
});

const TODAY = civilDay({ year: 2026, month: 11, day: 24 });

describe('an impossible tariff says what is wrong with it', () => {
  const FINE = tariff([element({ energy: 0.5 })]);
  const EMPTY = { from: 600, to: 600 };
  const cases: readonly (readonly [string, Tariff, string])[] = [
    ['no element', tariff([]), 'no-elements'],
    ['an element without prices', tariff([element({})]), 'no-components'],
    ['a price below nothing', tariff([element({ energy: -0.1 })]), 'negative-price'],
    ['a currency that is none', { ...FINE, currency: 'Euro' }, 'unknown-currency'],
    [
      'a window of no length',
      tariff([element({ energy: 1 }, { window: EMPTY }), element({ energy: 1 })]),
      'empty-window',
    ],
    ['no day', tariff([element({ energy: 1 }, { weekdays: [] }), element({ energy: 1 })]), 'empty-days'],
    [
      'dates that end before they begin',
      tariff([
        element(
          { energy: 1 },
          {
            dates: {
              from: civilDay({ year: 2026, month: 2, day: 1 }),
              until: civilDay({ year: 2026, month: 1, day: 1 }),
            },
          },
        ),
        element({ energy: 1 }),
      ]),
      'empty-dates',
    ],
    [
      'energy from five to three',
      tariff([element({ energy: 1 }, { energy: { atLeast: 5, below: 3 } }), element({ energy: 1 })]),
      'empty-range',
    ],
    [
      'holidays of nowhere',
      tariff([element({ energy: 1 }, { holidays: 'only' }), element({ energy: 1 })]),
      'holidays-without-land',
    ],
    [
      'energy of a reservation',
      tariff([element({ energy: 1 }, { reservation: 'used' })]),
      'not-for-reservations',
    ],
    [
      'an element that never counts',
      tariff([element({ energy: 1 }), element({ energy: 2 }, { weekdays: [1] })]),
      'unreachable',
    ],
    [
      'two halves that hide a third',
      tariff([
        element({ energy: 1 }, { weekdays: [1, 2, 3, 4, 5, 6] }),
        element({ energy: 1 }, { weekdays: [7] }),
        element({ energy: 2 }),
      ]),
      'unreachable',
    ],
    [
      'a least price above the highest',
      {
        ...FINE,
        minPrice: { exclVat: price(3), inclVat: null },
        maxPrice: { exclVat: price(2), inclVat: null },
      },
      'min-above-max',
    ],
    [
      'a least price without tax that is above the highest once the tax is on it',
      {
        ...FINE,
        minPrice: { exclVat: price(1.7), inclVat: null },
        maxPrice: { exclVat: null, inclVat: price(2) },
      },
      'min-above-max',
    ],
    [
      'a least price with tax above the highest without',
      {
        ...FINE,
        minPrice: { exclVat: null, inclVat: price(2.39) },
        maxPrice: { exclVat: price(2), inclVat: null },
      },
      'min-above-max',
    ],
    ['gross below net', { ...FINE, maxPrice: { exclVat: price(3), inclVat: price(2) } }, 'gross-below-net'],
    ['a limit that limits nothing', { ...FINE, maxPrice: { exclVat: null, inclVat: null } }, 'empty-limit'],
    [
      'a step size of its own',
      {
        ...FINE,
        elements: FINE.elements.map((one) => ({
          ...one,
          components: one.components.map((it) => ({ ...it, stepSize: 60 })),
        })),
      },
      'step-size',
    ],
    [
      'a fee that pays for blocking',
      {
        ...FINE,
        blocking: {
          perHour: price(-1),
          vat: null,
          grace: { of: 'idle', ms: milliseconds(MINUTE) },
          cap: null,
          quiet: null,
        },
      },
      'negative-price',
    ],
  ];

  test.each(cases)('%s', (_, draft, kind) => {
    const faults = judge(draft);
    expect(faults.map(({ fault }) => fault.kind)).toContain(kind);
    expect(canBePublished(faults)).toBe(false);
  });

  test('a least price that is the highest as well fixes the price, with tax or without', () => {
    const fixed = {
      ...FINE,
      minPrice: { exclVat: price(2), inclVat: null },
      maxPrice: { exclVat: null, inclVat: price(2.38) },
    };
    expect(judge(fixed)).toEqual([]);
  });

  test('a zone that does not exist', () => {
    const faults = judgeTariff(FINE, { zone: 'Europe/Bonn', isZone: false, today: TODAY });
    expect(faults).toMatchObject([
      { fault: { kind: 'unknown-zone', zone: 'Europe/Bonn' }, severity: 'forbids' },
    ]);
  });

  test('hours without a price are marked on the grid, day by day, and can be published', () => {
    const morning = element(
      { energy: 0.4 },
      { window: { from: clock('06:00'), to: clock('12:00') }, weekdays: [1] },
    );
    const rest = element({ energy: 0.5 }, { weekdays: [2, 3, 4, 5, 6, 7] });
    const faults = judge(tariff([morning, rest]));
    expect(faults.map(({ fault }) => fault)).toEqual([
      { kind: 'gap', dimension: 'energy', weekday: 1, onHolidays: false, from: 0, to: 360 },
      { kind: 'gap', dimension: 'energy', weekday: 1, onHolidays: false, from: 720, to: 1_440 },
    ]);
    expect(canBePublished(faults)).toBe(true);
  });

  test.each([
    ['its dates are over', { dates: { from: null, until: TODAY } }, 'gap'],
    ['they end', { dates: { from: null, until: daysLater(TODAY, 30) } }, 'partly-free'],
    ['they have yet to begin', { dates: { from: daysLater(TODAY, 1), until: null } }, 'partly-free'],
    ['it counts up to an energy', { energy: { atLeast: null, below: 10_000_000 } }, 'partly-free'],
    ['it counts from a duration on', { duration: { atLeast: 3_600_000, below: null } }, 'partly-free'],
  ] as const)('a price leaves the whole week without one, which warns: %s', (_, when, kind) => {
    const faults = judge(tariff([element({ energy: 0.5 }, when)]));
    expect(faults).toHaveLength(7);
    expect(faults[0]).toMatchObject({
      fault: { kind, dimension: 'energy', weekday: 1, from: 0, to: 1_440 },
      severity: 'warns',
    });
    expect(canBePublished(faults)).toBe(true);
  });

  test('time that costs something after some hours only warns of nothing beside energy that is paid for', () => {
    const hours = element({ energy: 0.5 });
    const late = element({ time: 2 }, { duration: { atLeast: 3_600_000, below: null } });
    expect(judge(tariff([late, hours]))).toEqual([]);
    expect(judge(tariff([late]))[0]?.fault).toMatchObject({ kind: 'partly-free', dimension: 'time' });
  });

  test('hours in which a special price counts at most are told apart from those that have none', () => {
    const special = element({ energy: 0.2 }, { energy: { atLeast: null, below: 5_000_000 }, weekdays: [6] });
    const week = element({ energy: 0.5 }, { weekdays: [1, 2, 3, 4, 5] });
    expect(judge(tariff([special, week])).map(({ fault }) => fault)).toMatchObject([
      { kind: 'partly-free', weekday: 6 },
      { kind: 'gap', weekday: 7 },
    ]);
  });

  test.each([
    ['dates that hold since', [{ dates: { from: daysLater(TODAY, -30), until: null } }]],
    [
      'dates that follow each other',
      [
        { dates: { from: null, until: daysLater(TODAY, 30) } },
        { dates: { from: daysLater(TODAY, 30), until: null } },
      ],
    ],
    [
      'energies that follow each other',
      [{ energy: { atLeast: null, below: 10_000_000 } }, { energy: { atLeast: 10_000_000, below: null } }],
    ],
    ['a special price before one that always counts', [{ duration: { atLeast: null, below: 60_000 } }, {}]],
  ] as const)('prices leave nothing without one: %s', (_, all) => {
    expect(judge(tariff(all.map((when) => element({ energy: 0.5 }, when))))).toEqual([]);
  });

  test('energies that leave some between them, or meet only on some dates, are a warning', () => {
    const upTo = element({ energy: 0.5 }, { energy: { atLeast: null, below: 10_000_000 } });
    const from = (atLeast: number, more = {}) =>
      element({ energy: 0.4 }, { energy: { atLeast, below: null }, ...more });
    const summer = { dates: { from: null, until: daysLater(TODAY, 30) } };
    for (const rest of [from(12_000_000), from(10_000_000, summer)])
      expect(new Set(judge(tariff([upTo, rest])).map(({ fault }) => fault.kind))).toEqual(
        new Set(['partly-free']),
      );
  });

  test('a price for reservations closes no gap, and a price by power leaves none', () => {
    const reserving = element({ time: 1 }, { reservation: 'used' });
    const day = element({ time: 1 }, { window: { from: clock('06:00'), to: clock('22:00') } });
    expect(judge(tariff([reserving, element({ energy: 0.5 })]))).toEqual([]);
    expect(judge(tariff([reserving, day])).every(({ fault }) => fault.kind === 'gap')).toBe(true);
    const slow = element({ energy: 0.3 }, { power: { atLeast: null, below: 11_000 } });
    expect(judge(tariff([slow])).map(({ fault }) => fault.kind)).toEqual(['assumed-to-fit']);
  });

  test('holidays have a price of their own on each day of the week', () => {
    const workdays = element({ energy: 0.5 }, { holidays: 'except' });
    const rare = { holidays: 'only', energy: { atLeast: null, below: 10_000_000 } } as const;
    const faults = judge(tariff([element({ energy: 0.4 }, rare), workdays], { land: 'BE' }));
    expect(faults).toHaveLength(7);
    expect(faults.map(({ fault }) => fault)).toMatchObject(
      Array.from({ length: 7 }, () => ({ kind: 'partly-free', onHolidays: true })),
    );
    const free = element({ energy: 0 }, { holidays: 'only' });
    expect(judge(tariff([free, workdays], { land: 'BE' }))).toEqual([]);
  });

  test('a gap is one stretch, also where a price for another thing begins in the middle of it', () => {
    const sunday = (from: string, to: string) => ({
      window: { from: clock(from), to: clock(to) },
      weekdays: [7] as const,
    });
    const faults = judge(
      tariff([
        element({ energy: 0.5 }, { weekdays: [1, 2, 3, 4, 5, 6] }),
        element({ energy: 0.5 }, { weekdays: [1], window: { from: clock('11:00'), to: clock('11:15') } }),
        element({ energy: 0.5 }, sunday('00:00', '10:45')),
        element({ energy: 0.5 }, sunday('11:45', '24:00')),
      ]),
    );
    expect(faults.map(({ fault }) => fault).filter(({ kind }) => kind === 'gap')).toEqual([
      {
        kind: 'gap',
        dimension: 'energy',
        weekday: 7,
        onHolidays: false,
        from: clock('10:45'),
        to: clock('11:45'),
      },
    ]);
  });

  test.each([
    ['a kWh for more than 5 €', tariff([element({ energy: 49 })]), 'energy'],
    ['an hour for more than 60 €', tariff([element({ energy: 0.49, time: 100 })]), 'time'],
    [
      'a minute for more than 1 € of blocking',
      tariff([element({ energy: 0.49 })], {
        blocking: {
          perHour: price(600),
          vat: null,
          grace: { of: 'idle', ms: milliseconds(MINUTE) },
          cap: null,
          quiet: null,
        },
      }),
      'parking',
    ],
  ])('%s is a warning: a comma may have slipped', (_, draft, dimension) => {
    const faults = judge(draft);
    expect(faults).toMatchObject([{ fault: { kind: 'unusual-price', dimension }, severity: 'warns' }]);
    expect(canBePublished(faults)).toBe(true);
  });

  test('what is dear but asked for somewhere is no warning, nor a price in small coin', () => {
    const dear = tariff([element({ energy: 5, time: 60, flat: 80 })]);
    expect(judge(dear)).toEqual([]);
    expect(judge({ ...tariff([element({ energy: 12 })]), currency: 'CZK' })).toEqual([]);
  });

  test('two prices for one hour are marked where they meet', () => {
    const day = element({ energy: 0.5 }, { window: { from: clock('06:00'), to: clock('20:00') } });
    const night = element({ energy: 0.3 }, { window: { from: clock('19:00'), to: clock('06:00') } });
    const [first, ...others] = judge(tariff([day, night]));
    expect(first).toMatchObject({
      at: { element: 1, component: 0 },
      fault: { kind: 'overlap', with: 0, weekday: 1, from: clock('19:00'), to: clock('20:00') },
      severity: 'warns',
    });
    expect(others).toHaveLength(6);
  });

  test('several rates of tax are a warning, for charging is one supply', () => {
    const [energy, flat] = [element({ energy: 0.5 }), element({ flat: 1 })];
    const other = { ...flat, components: flat.components.map((one) => ({ ...one, vat: basisPoints(700) })) };
    expect(judge(tariff([energy, other]))).toMatchObject([
      { fault: { kind: 'several-taxes' }, severity: 'warns' },
    ]);
  });

  test.each(['power', 'current'] as const)('a price by %s is a warning, for no session tells of it', (of) => {
    const slow = element({ energy: 0.3 }, { [of]: { atLeast: null, below: 11_000 } });
    const faults = judge(tariff([slow, element({ energy: 0.6 })]));
    expect(faults).toContainEqual({
      at: { kind: 'element', element: 0 },
      fault: { kind: 'assumed-to-fit', of },
      severity: 'warns',
    });
    expect(canBePublished(faults)).toBe(true);
  });

  test('a tariff with nothing wrong has no faults', () => {
    const day = element({ energy: 0.5, flat: 1 }, { window: { from: clock('06:00'), to: clock('22:00') } });
    expect(judge(tariff([day, element({ energy: 0.3 })]))).toEqual([]);
  });

  function judge(draft: Tariff) {
    return judgeTariff(draft, { zone: 'Europe/Berlin', isZone: true, today: TODAY });
  }
});

describe('fees of a month', () => {
  const FEE: PeriodicFee = { perMonth: price(9.99), currency: 'EUR' };

  test.each([
    ['a whole month', 29, 999],
    ['from the middle', 15, 517],
    ['until the middle', 14, 482],
    ['a single day', 1, 34],
    ['no day', 0, 0],
  ])('%s is paid by its days', (_, days, amount) => {
    expect(feeFor({ year: 2028, month: 2 }, FEE, days)).toEqual({ amount, days, ofDays: 29 });
  });
});

describe('versions of a tariff', () => {
  const NOW = at('2026-06-01T00:00:00Z');
  const JULY = at('2026-07-01T00:00:00Z');
  const first: TariffVersion = {
    tariffId: 1,
    number: 1,
    from: at('2026-01-01T00:00:00Z'),
    tariff: tariff([element({ energy: 0.5 })]),
    text: '0,50 €/kWh',
    publishedAt: at('2025-12-01T00:00:00Z'),
    publishedBy: 'Ute',
    note: '',
    withdrawnAt: null,
  };
  const dearer: PublishWish = {
    tariffId: 1,
    tariff: tariff([element({ energy: 0.6 })]),
    from: JULY,
    text: '',
    publishedBy: 'Ute',
    note: '',
  };

  test('a session is priced by the version in effect when it started', () => {
    const outcome = publish([first], dearer, NOW);
    if (outcome.kind !== 'published') throw new Error(outcome.kind);
    const versions = [outcome.version, first];
    expect(outcome.version.number).toBe(2);
    expect(versionAt(versions, at('2026-06-30T23:59:59Z'))).toBe(first);
    expect(versionAt(versions, JULY)).toBe(outcome.version);
    expect(versionAt(versions, at('2025-12-31T00:00:00Z'))).toBeNull();
  });

  test('what sessions were priced by cannot be rewritten', () => {
    const past = at('2026-05-31T00:00:00Z');
    expect(publish([first], { ...dearer, from: past }, NOW)).toEqual({
      kind: 'in-the-past',
      now: NOW,
    });
    const planned: TariffVersion = { ...first, number: 2, from: JULY };
    expect(publish([first, planned], dearer, NOW)).toEqual({
      kind: 'before-another',
      version: planned,
    });
  });

  test('what has not taken effect can be withdrawn, and makes room', () => {
    const planned: TariffVersion = { ...first, number: 2, from: JULY };
    expect(withdraw(first, NOW)).toBeNull();
    const withdrawn = withdraw(planned, NOW);
    if (withdrawn === null) throw new Error('not withdrawn');
    expect(versionAt([first, withdrawn], JULY)).toBe(first);
    expect(publish([first, withdrawn], dearer, NOW)).toMatchObject({
      kind: 'published',
      version: { number: 3, from: JULY },
    });
  });
});

function rule(id: number, target: RuleTarget): TariffRule {
  return {
    id,
    tenantId: tenantId(1),
    tariffId: id,
    target,
    extras: { freePerMonth: wattHours(0), discount: basisPoints(0), monthlyFee: null },
    from: at('2026-01-01T00:00:00Z'),
    removedAt: null,
  };
}

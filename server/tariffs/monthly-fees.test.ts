import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';

/** The eleventh of a month with thirty days: twenty are left, this one among them. */
const START = Date.parse('2026-11-11T09:00:00Z');
const DAY = 86_400_000;
const LEFT = 20;

let site: TestSite;
let tariffId: number;
let made: readonly string[] = [];

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  tariffId = await add('/tariffs', { name: 'Vertrag', draft: flatTariff(300_000) });
});

beforeEach(async () => {
  for (const path of made) await site.api.delete(path);
  made = [];
});

afterAll(() => site.stop());

describe('whoever pays by a rule owes its fee', () => {
  test('drivers of a group do, by the days on which the rule was there', async () => {
    const group = await aGroup('Vertrag');
    const driver = await add('/drivers', { name: 'Ole Ihde', groupIds: [group] });
    await aRule({ kind: 'user-group', groupId: group }, 9.99);
    expect(await fees('2026-11')).toMatchObject([
      {
        payer: { kind: 'driver', id: driver, name: 'Ole Ihde' },
        days: LEFT,
        ofDays: 30,
        amountMinor: Math.round((999 * LEFT) / 30),
        taxes: 'included',
        vatBasisPoints: 1_900,
      },
    ]);
    expect(await fees('2026-12')).toMatchObject([{ days: 31, ofDays: 31, amountMinor: 999 }]);
    expect(await fees('2026-10')).toEqual([]);
  });

  test('a card does while it has no driver, from then on its driver', async () => {
    const card = await add('/cards', { uid: 'LENT', holder: '' });
    await aRule({ kind: 'card', cardId: card }, 6);
    expect(await owed()).toEqual(['card LENT: card LENT, 20 days, 4.00']);
    const driver = await add('/drivers', { name: 'Ida Noll' });
    await assign({ cardId: card, driverId: driver, from: at(15) });
    expect(await owed()).toEqual([
      'card LENT: card LENT, 4 days, 0.80',
      'driver Ida Noll: card LENT, 16 days, 3.20',
    ]);
  });

  test('a driver gives a card back, and its fee with it', async () => {
    const card = await add('/cards', { uid: 'BACK', holder: '' });
    const driver = await add('/drivers', { name: 'Jan Otte' });
    const assignment = await assign({ cardId: card, driverId: driver });
    await aRule({ kind: 'card', cardId: card }, 6);
    await inDays(4, () => site.api.delete(`/assignments/${assignment}`));
    expect(await owed()).toEqual([
      'card BACK: card BACK, 16 days, 3.20',
      'driver Jan Otte: card BACK, 4 days, 0.80',
    ]);
  });

  test('groups of a card and of a vehicle count like those of a driver', async () => {
    const group = await aGroup('Flotte');
    await aRule({ kind: 'user-group', groupId: group }, 6);
    const [ofCard, ofVehicle, ofOwnNumber] = [
      await add('/drivers', { name: 'A' }),
      await add('/drivers', { name: 'B' }),
      await add('/drivers', { name: 'C' }),
    ];
    const cardId = await add('/cards', { uid: 'FLEET', holder: '', groupIds: [group] });
    await assign({ cardId, driverId: ofCard });
    const plain = await add('/cards', { uid: 'PLAIN', holder: '' });
    const van = await add('/vehicles', { plate: 'S-V 1', groupIds: [group] });
    await assign({ cardId: plain, driverId: ofVehicle, vehicleId: van });
    const car = await add('/vehicles', { plate: 'S-V 2', vid: 'VID:0017AA', groupIds: [group] });
    await assign({ driverId: ofOwnNumber, vehicleId: car });
    await add('/cards', { uid: 'POOL', holder: '', groupIds: [group] });
    expect(await owed()).toEqual([
      'card POOL: user-group Flotte, 20 days, 4.00',
      'driver A: user-group Flotte, 20 days, 4.00',
      'driver B: user-group Flotte, 20 days, 4.00',
      'driver C: user-group Flotte, 20 days, 4.00',
    ]);
  });

  test('a card of several drivers is nobody’s: it owes itself', async () => {
    const group = await aGroup('Team');
    const cardId = await add('/cards', { uid: 'SHARED', holder: '', groupIds: [group] });
    await assign({ cardId, driverId: await add('/drivers', { name: 'One' }) });
    await assign({ cardId, driverId: await add('/drivers', { name: 'Two' }) });
    await aRule({ kind: 'user-group', groupId: group }, 6);
    expect(await owed()).toEqual(['card SHARED: user-group Team, 20 days, 4.00']);
  });
});

describe('each day is owed once', () => {
  test('however many cards somebody has in a group', async () => {
    const groupId = await aGroup('Zwei');
    const driverId = await add('/drivers', { name: 'Kim Au', groupIds: [groupId] });
    for (const uid of ['KIM-1', 'KIM-2'])
      await assign({ cardId: await add('/cards', { uid, holder: '', groupIds: [groupId] }), driverId });
    await aRule({ kind: 'user-group', groupId }, 6);
    expect(await owed()).toEqual(['driver Kim Au: user-group Zwei, 20 days, 4.00']);
  });

  test('by the rule that wins for a card: the others cost nothing', async () => {
    const groupId = await aGroup('Alle');
    const driverId = await add('/drivers', { name: 'Lea Abt', groupIds: [groupId] });
    const cardId = await add('/cards', { uid: 'LEA', holder: '' });
    await assign({ cardId, driverId });
    await aRule({ kind: 'user-group', groupId }, 6);
    const own = await aRule({ kind: 'driver', driverId }, null);
    expect(await owed()).toEqual([]);
    await inDays(4, () => site.api.delete(`/tariff-rules/${own}`));
    expect(await owed()).toEqual(['driver Lea Abt: user-group Alle, 16 days, 3.20']);
    await aRule({ kind: 'card', cardId }, 3);
    expect(await owed()).toEqual(['driver Lea Abt: card LEA, 20 days, 2.00']);
  });

  test('two cards that cost something each are both paid for', async () => {
    const driverId = await add('/drivers', { name: 'Max Ohm' });
    for (const uid of ['MAX-1', 'MAX-2']) {
      const cardId = await add('/cards', { uid, holder: '' });
      await assign({ cardId, driverId });
      await aRule({ kind: 'card', cardId }, 6);
    }
    expect(await owed()).toEqual([
      'driver Max Ohm: card MAX-1, 20 days, 4.00',
      'driver Max Ohm: card MAX-2, 20 days, 4.00',
    ]);
  });

  test('days before and after another rule stand in one line', async () => {
    const groupId = await aGroup('Lücke');
    const driverId = await add('/drivers', { name: 'Nia Elm', groupIds: [groupId] });
    await aRule({ kind: 'user-group', groupId }, 6);
    const cardId = await add('/cards', { uid: 'NIA', holder: '' });
    await assign({ cardId, driverId, from: at(15), to: at(20) });
    await aRule({ kind: 'card', cardId }, 3);
    expect(await owed()).toEqual([
      'card NIA: card NIA, 15 days, 1.50',
      'driver Nia Elm: card NIA, 5 days, 0.50',
      'driver Nia Elm: user-group Lücke, 15 days, 3.00',
    ]);
  });

  test('by the rule of each branch of the tree', async () => {
    const [north, south] = [await aNode('Nord'), await aNode('Süd')];
    const groupId = await aGroup('Überall');
    await add('/drivers', { name: 'Pia Ost', groupIds: [groupId] });
    await aRule({ kind: 'user-group', groupId }, 6, north);
    await aRule({ kind: 'user-group', groupId }, 3, south);
    expect(await owed()).toEqual([
      'driver Pia Ost: user-group Überall, 20 days, 2.00',
      'driver Pia Ost: user-group Überall, 20 days, 4.00',
    ]);
  });
});

test('nothing is owed for days on which a card or its driver was not valid, or gone', async () => {
  const groupIds = [await aGroup('Frist')];
  await aRule({ kind: 'user-group', groupId: groupIds[0] }, 6);
  await add('/cards', { uid: 'LATER', holder: '', groupIds, validFrom: at(16) });
  await add('/drivers', { name: 'Until', groupIds, expiresAt: at(16) });
  const gone = await add('/drivers', { name: 'Gone', groupIds });
  const cardId = await add('/cards', { uid: 'ORPHAN', holder: '', groupIds });
  await assign({ cardId, driverId: gone });
  const blocked = await add('/drivers', { name: 'Blocked', groupIds });
  await site.api.patch(`/drivers/${blocked}`, { blocked: true });
  await inDays(2, () => site.api.delete(`/drivers/${gone}`));
  expect(await owed()).toEqual([
    'card LATER: user-group Frist, 15 days, 3.00',
    'driver Blocked: user-group Frist, 20 days, 4.00',
    'driver Gone: user-group Frist, 2 days, 0.40',
    'driver Until: user-group Frist, 5 days, 1.00',
  ]);
});

test('a rule that names nobody cannot cost a monthly fee', async () => {
  const monthlyFee = { perMonthMicros: 6_000_000, vatBasisPoints: 1_900, currency: 'EUR' };
  const extras = { freeWhPerMonth: 0, discountBasisPoints: 0, monthlyFee };
  const refused = await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' }, extras });
  expect(refused).toMatchObject({
    status: 400,
    json: { code: 'invalid-request', fields: [{ path: 'body/extras/monthlyFee' }] },
  });
});

/** Whatever is made hangs about until the next test. */
async function add(path: string, body: object): Promise<number> {
  const { status, text, json } = await site.api.post(path, body);
  if (status >= 300) throw new Error(text);
  if (path !== '/tariffs' && path !== '/tenants') made = [`${path}/${json.id}`, ...made];
  return json.id;
}

const aGroup = (name: string) => add('/groups', { of: 'users', name });
const aNode = (name: string) => add('/tenants', { name, kind: 'site', parentId: 1 });
const assign = (body: object) => add('/assignments', body);

/** With a fee so high each month, in euros. */
function aRule(target: object, fee: number | null, tenantId = 1): Promise<number> {
  const monthlyFee =
    fee === null ? null : { perMonthMicros: fee * 1_000_000, vatBasisPoints: 1_900, currency: 'EUR' };
  const extras = { freeWhPerMonth: 0, discountBasisPoints: 0, monthlyFee };
  return add('/tariff-rules', { tariffId, target, extras, tenantId });
}

/** Noon in Berlin on a day of that month. */
function at(day: number): string {
  return `2026-11-${day}T11:00:00Z`;
}

/** Does something some days later, and turns the clock back. */
async function inDays(days: number, something: () => Promise<unknown>): Promise<void> {
  site.clock.jump(days * DAY);
  await something();
  site.clock.jump(-days * DAY);
}

async function fees(month: string) {
  return (await site.api.get(`/monthly-fees?month=${month}`)).json.items;
}

async function owed(): Promise<readonly string[]> {
  const items: readonly {
    readonly payer: { readonly kind: string; readonly name: string };
    readonly rule: { readonly kind: string; readonly name: string };
    readonly days: number;
    readonly amountMinor: number;
  }[] = await fees('2026-11');
  return items
    .map(({ payer, rule, days, amountMinor }) => {
      const euros = (amountMinor / 100).toFixed(2);
      return `${payer.kind} ${payer.name}: ${rule.kind} ${rule.name}, ${days} days, ${euros}`;
    })
    .sort();
}

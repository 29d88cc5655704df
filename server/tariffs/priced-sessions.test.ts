import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionPrice } from '#api/session-prices.ts';
import type { Tariff } from '#api/tariff-model.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { ANY_TIME, flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

/** A Tuesday; 17:00 in Berlin. */
const START = Date.parse('2026-11-24T16:00:00Z');
const MINUTE = 60_000;

let site: TestSite;
let station: TestStation;
/** The station's clock, and its meter in Wh. */
let at = START;
let register = 1_000;

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
});

afterAll(() => site.stop());

/** 0.49 €/kWh from 6 to 18 o'clock, 0.29 at night; 0.10 € a minute from the tenth idle one, 12 € at most. */
const DAY_NIGHT: Tariff = flatTariff(0, {
  elements: [
    {
      components: [{ dimension: 'energy', priceMicros: 490_000, vatBasisPoints: 1_900 }],
      when: { ...ANY_TIME, window: { from: 360, to: 1_080 } },
    },
    {
      components: [{ dimension: 'energy', priceMicros: 290_000, vatBasisPoints: 1_900 }],
      when: ANY_TIME,
    },
  ],
  blocking: {
    perHourMicros: 6_000_000,
    vatBasisPoints: 1_900,
    grace: { of: 'idle', seconds: 600 },
    capMicros: 12_000_000,
    quiet: null,
  },
});

describe('a session across a change of price', () => {
  let id: number;

  test('runs up its cost by the version it began with, though another is published meanwhile', async () => {
    const tariff = await published('Tag/Nacht', DAY_NIGHT);
    await rule({ tariffId: tariff });
    pass(30);
    const { transactionId } = await begin();
    id = await sessionOf(transactionId);
    await status('Charging');
    // 17:30 to 18:30: 11 kWh, half of it after the change.
    for (let minute = 15; minute <= 60; minute += 15) {
      pass(15);
      await meter(transactionId, (11_000 * minute) / 60);
      if (minute === 15) await publish(tariff, flatTariff(990_000));
    }
    const running = await price(id);
    expect(running).toMatchObject({ state: 'running', energyWh: 11_000, tariff: { version: 1 } });
    // 5.5 × 0.49 + 5.5 × 0.29
    expect(running.total?.inclVatMinor).toBe(270 + 160);
    await status('SuspendedEV');
    pass(40);
    await stop(transactionId, 11_000);
    await status('Finishing');
    pass(20);
    expect(await price(id)).toMatchObject({ state: 'waiting' });
  });

  test('is priced when the car has left, line by line', async () => {
    await status('Available');
    const done = await pricedAs(id, 'priced');
    // 60 idle minutes, ten of them free.
    expect(done.total).toEqual({ exclVatMinor: 782, inclVatMinor: 270 + 160 + 500 });
    expect(done.steps.map((step) => ('roundedMinor' in step ? step.roundedMinor : null))).toEqual([
      270,
      160,
      500,
      null,
    ]);
    expect(done).toMatchObject({ energyWh: 11_000, energySource: 'measured', rule: { kind: 'default' } });
    expect(done.ratings).toHaveLength(1);
  });

  test('is priced anew by a person as another version; the first one stands', async () => {
    const anew = await rate(id, { kind: 'fix', inclVatMinor: 500 });
    expect(anew).toMatchObject({ state: 'fixed', total: { exclVatMinor: 420, inclVatMinor: 500 } });
    const again = await rate(id, { kind: 'again' });
    expect(again).toMatchObject({ state: 'priced', total: { inclVatMinor: 930 } });
    expect(again.ratings.map(({ number, by, state }) => [number, by, state])).toEqual([
      [3, 'Mara Weber', 'priced'],
      [2, 'Mara Weber', 'fixed'],
      [1, null, 'priced'],
    ]);
    // Each opens to its lines, whatever was said after it.
    const [, said, first] = again.ratings;
    expect(said).toMatchObject({ steps: [], total: { exclVatMinor: 420, inclVatMinor: 500 } });
    expect(first).toMatchObject({ taxes: 'included', currency: 'EUR', timeZone: 'Europe/Berlin' });
    expect(first?.steps).toEqual(again.steps);
  });

  test('stands in the list, the file and the sums', async () => {
    const [item] = (await site.api.get('/sessions')).json.items;
    expect(item.cost).toEqual({
      state: 'priced',
      currency: 'EUR',
      total: { exclVatMinor: 782, inclVatMinor: 930 },
    });
    const csv = (await site.api.send('GET', '/api/v1/sessions?format=csv')).text;
    expect(csv).toContain('priced,7.82,9.3,EUR');
    const period = 'from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z';
    const { items } = (await site.api.get(`/revenue?by=tariff&${period}`)).json;
    expect(items).toMatchObject([
      { name: 'Tag/Nacht', sessions: 1, energyWh: 11_000, total: { inclVatMinor: 930 }, held: 0 },
    ]);
  });

  test('is rehearsed by another draft to the cent', async () => {
    const body = { tariff: flatTariff(300_000), month: '2026-11' };
    const { json } = await site.api.post('/tariff-rehearsals', body);
    expect(json).toMatchObject({ sessions: 1, beforeMinor: 930, afterMinor: 330, payLess: 1, payMore: 0 });
    const same = await site.api.post('/tariff-rehearsals', { tariff: DAY_NIGHT, month: '2026-11' });
    expect(same.json).toMatchObject({ beforeMinor: 930, afterMinor: 930 });
  });
});

describe('who pays what', () => {
  test('the strongest rule wins, the others are told, and an ended one counts no more', async () => {
    const cheap = await published('Mitarbeiter', flatTariff(250_000));
    const { id: group } = (await site.api.post('/groups', { of: 'users', name: 'Mitarbeiter' })).json;
    await site.api.post('/cards', { uid: 'STAFF', holder: 'Ida', groupIds: [group] });
    const target = { kind: 'user-group', groupId: group };
    const { id: ruleId } = (await site.api.post('/tariff-rules', { tariffId: cheap, target })).json;
    pass(1);
    const id = await charged('STAFF', 10_000);
    expect(await pricedAs(id, 'priced')).toMatchObject({
      total: { inclVatMinor: 250 },
      rule: { kind: 'user-group', name: 'Mitarbeiter' },
      lost: [{ kind: 'default', tariffName: 'Tag/Nacht' }],
    });
    const { rows } = (await site.api.get('/tariff-matrix')).json;
    expect(
      rows.map(
        (row: { group: unknown; cells: readonly { tariffName: string }[] }) => row.cells[0]?.tariffName,
      ),
    ).toEqual(['Tag/Nacht', 'Mitarbeiter']);
    const kept = await site.api.send('DELETE', `/api/v1/groups/${group}`);
    expect(kept.json).toMatchObject({ code: 'group-in-use', detail: 'Mitarbeiter' });
    await site.api.delete(`/tariff-rules/${ruleId}`);
    pass(1);
    const later = await charged('STAFF', 10_000);
    expect((await pricedAs(later, 'priced')).rule).toMatchObject({ kind: 'default' });
  });

  test('free energy of a month is used up once, and a discount is taken off', async () => {
    const tariff = await published('Poolkarte', flatTariff(500_000));
    const { id: card } = (await site.api.post('/cards', { uid: 'POOL', holder: 'Pool' })).json;
    const extras = { freeWhPerMonth: 15_000, discountBasisPoints: 1_000, monthlyFee: null };
    await site.api.post('/tariff-rules', {
      tariffId: tariff,
      target: { kind: 'card', cardId: card },
      extras,
    });
    pass(1);
    const first = await pricedAs(await charged('POOL', 10_000), 'priced');
    expect(first.total?.inclVatMinor).toBe(0);
    const second = await pricedAs(await charged('POOL', 10_000), 'priced');
    // 5 kWh are left free: 5 × 0.50, less a tenth.
    expect(second.total?.inclVatMinor).toBe(225);
  });
});

describe('what is in doubt is never priced silently', () => {
  test('what was charged with a refused card costs what the rules of its start say once a person accepts it', async () => {
    const { id: card } = (await site.api.post('/cards', { uid: 'LOST' })).json;
    await site.api.patch(`/cards/${card}`, { blocked: true });
    pass(1);
    const { transactionId } = await begin('LOST');
    const id = await sessionOf(transactionId);
    pass(60);
    register += 10_000;
    await station.ok('StopTransaction', { transactionId, meterStop: register, timestamp: now() });
    expect(await price(id)).toMatchObject({ state: 'no-tariff' });
    await site.api.post(`/sessions/${id}/decision`, { kind: 'accept', note: 'the driver has called' });
    expect(await pricedAs(id, 'priced')).toMatchObject({
      energyWh: 10_000,
      rule: { kind: 'default' },
      ratings: [{ because: 'decided' }],
    });
    await site.api.post(`/sessions/${id}/decision`, { kind: 'void', note: 'it was a test' });
    expect((await pricedAs(id, 'waived')).ratings).toHaveLength(2);
  });

  test('a session in doubt waits, and is priced once somebody has decided', async () => {
    const { transactionId } = await begin('STAFF');
    const id = await sessionOf(transactionId);
    pass(60);
    await station.ok('StopTransaction', { transactionId, meterStop: 0, timestamp: now() });
    expect(await pricedAs(id, 'held')).toMatchObject({ held: { reason: 'session-in-doubt' } });
    await site.api.post(`/sessions/${id}/decision`, { kind: 'correct', energyWh: 2_000, note: 'seen' });
    const done = await pricedAs(id, 'priced');
    expect(done).toMatchObject({ energySource: 'decided', energyWh: 2_000 });
    expect(done.ratings.map(({ because }) => because)).toEqual(['decided', 'ended']);
  });

  test('a site has prices in one currency', async () => {
    const { id } = (
      await site.api.post('/tariffs', { name: 'Franken', draft: flatTariff(490_000, { currency: 'CHF' }) })
    ).json;
    const refused = await site.api.send('POST', `/api/v1/tariffs/${id}/versions`, { body: {} });
    expect(refused).toMatchObject({ status: 409, json: { code: 'currency-differs' } });
  });

  test('an impossible tariff cannot be published, and says why', async () => {
    const draft = { ...flatTariff(490_000), elements: [] };
    const { id } = (await site.api.post('/tariffs', { name: 'Leer', draft })).json;
    const refused = await site.api.send('POST', `/api/v1/tariffs/${id}/versions`, { body: {} });
    expect(refused).toMatchObject({
      status: 422,
      json: { code: 'tariff-impossible', detail: 'no-elements' },
    });
  });
});

describe('under calibration law', () => {
  test('no verified pair of readings, no price', async () => {
    await site.api.patch('/stations/HOF%201', { metering: { eichrecht: true, timeTariffsAllowed: true } });
    const id = await charged('STAFF', 10_000);
    expect(await pricedAs(id, 'held')).toMatchObject({ held: { reason: 'key-not-pinned' } });
    // That it will be held is said before it is kept.
    await expect.poll(async () => (await price(id)).ratings).toHaveLength(1);
  });

  test('nobody is let pay for time at a station whose certificate does not let its clock be used', async () => {
    await site.api.patch('/stations/HOF%201', { metering: { eichrecht: true, timeTariffsAllowed: false } });
    const { items } = (await site.api.get('/tariffs')).json;
    const { id } = items.find(({ name }: { name: string }) => name === 'Tag/Nacht');
    // Not because of a blocking fee alone: prices that change by the clock need one, too.
    await site.api.patch(`/tariffs/${id}`, { draft: { ...DAY_NIGHT, blocking: null } });
    const refused = await site.api.send('POST', `/api/v1/tariffs/${id}/versions`, { body: {} });
    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'time-not-allowed', clock: { tariff: 'Tag/Nacht', use: 'hours', stations: ['HOF 1'] } },
    });
    const check = (await site.api.post('/tariff-checks', { tariff: DAY_NIGHT, tariffId: id })).json;
    expect(check).toMatchObject({ publishable: false, stationsWithoutTime: ['HOF 1'] });
    await site.api.patch('/stations/HOF%201', { metering: { eichrecht: false, timeTariffsAllowed: false } });
  });

  test('nor by what is scheduled: from then on every session there would be held', async () => {
    const { id } = (await site.api.post('/tariffs', { name: 'Bald', draft: flatTariff(490_000) })).json;
    await site.api.post(`/tariffs/${id}/versions`, {});
    site.clock.advance(11_000);
    await site.api.patch(`/tariffs/${id}`, { draft: { ...DAY_NIGHT, blocking: null } });
    await site.api.post(`/tariffs/${id}/versions`, { from: '2027-01-01T00:00:00Z' });
    const rule = { tariffId: id, target: { kind: 'power-class', powerClass: 'AC' } };
    const ruled = await site.api.send('POST', '/api/v1/tariff-rules', { body: rule });
    expect(ruled.status).toBe(201);
    const { items } = (await site.api.get('/stations/HOF%201/clock-tariffs')).json;
    expect(items).toContainEqual({ id, name: 'Bald' });
    await site.api.delete(`/tariff-rules/${ruled.json.id}`);
    await site.api.patch('/stations/HOF%201', { metering: { eichrecht: true, timeTariffsAllowed: false } });
    const refused = await site.api.send('POST', '/api/v1/tariff-rules', { body: rule });
    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'time-not-allowed', clock: { use: 'hours' } },
    });
    await site.api.patch('/stations/HOF%201', { metering: { eichrecht: false, timeTariffsAllowed: false } });
  });
});

test('what was priced is there after a restart, and nobody pays for standing while the program was away', async () => {
  const { items: tariffs } = (await site.api.get('/tariffs')).json;
  const tariffId = tariffs.find(({ name }: { name: string }) => name === 'Tag/Nacht').id;
  await publish(tariffId, DAY_NIGHT);
  site.clock.advance(11_000);
  site.clock.jump(-11_000);
  const { items: before } = (await site.api.get('/sessions')).json;
  pass(1);
  const { transactionId } = await begin('GUEST');
  const id = await sessionOf(transactionId);
  await status('Charging');
  pass(10);
  await status('SuspendedEV');
  pass(5);
  await site.restart();
  const { items: after } = (await site.api.get('/sessions')).json;
  expect(after.slice(1).map((one: { cost: unknown }) => one.cost)).toEqual(
    before.map((one: { cost: unknown }) => one.cost),
  );
  pass(40);
  station = await site.station('HOF 1');
  await stop(transactionId, 1_000);
  await status('Available');
  const done = await pricedAs(id, 'priced');
  expect(done.tariff?.name).toBe('Tag/Nacht');
  // Five minutes were seen; of forty more nobody knows.
  const [blocking] = done.steps.filter((step) => step.kind === 'blocking');
  expect(blocking?.idleMs).toBeLessThan(6 * MINUTE);
  expect(blocking?.roundedMinor).toBe(0);
  expect(site.errors).toEqual([]);
});

async function published(name: string, draft: Tariff): Promise<number> {
  const { id } = (await site.api.post('/tariffs', { name, draft })).json;
  await site.api.post(`/tariffs/${id}/versions`, {});
  // It takes effect in ten seconds.
  site.clock.advance(11_000);
  site.clock.jump(-11_000);
  return id;
}

async function publish(id: number, draft: Tariff): Promise<void> {
  await site.api.patch(`/tariffs/${id}`, { draft });
  await site.api.post(`/tariffs/${id}/versions`, {});
}

function rule(body: { readonly tariffId: number }) {
  return site.api.post('/tariff-rules', { target: { kind: 'default' }, ...body });
}

function pass(minutes: number): void {
  at += minutes * MINUTE;
  site.clock.advance(minutes * MINUTE);
}

function now(): string {
  return new Date(at).toISOString();
}

function begin(idTag = 'CARD') {
  return station.ok('StartTransaction', { connectorId: 1, idTag, meterStart: register, timestamp: now() });
}

/** So many Wh more than at the start of the session. */
function meter(transactionId: number, wh: number) {
  const meterValue = [{ timestamp: now(), sampledValue: [{ value: String(register + wh) }] }];
  return station.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
}

async function stop(transactionId: number, wh: number): Promise<void> {
  register += wh;
  await station.ok('StopTransaction', { transactionId, meterStop: register, timestamp: now() });
}

function status(word: string) {
  return station.ok('StatusNotification', {
    connectorId: 1,
    errorCode: 'NoError',
    status: word,
    timestamp: now(),
  });
}

/** A session of an hour with a reading at each quarter. */
async function charged(idTag: string, wh: number): Promise<number> {
  const { transactionId } = await begin(idTag);
  const id = await sessionOf(transactionId);
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    pass(15);
    await meter(transactionId, (wh * quarter) / 4);
  }
  await stop(transactionId, wh);
  await status('Available');
  return id;
}

async function sessionOf(transactionId: number): Promise<number> {
  const { items } = (await site.api.get('/sessions')).json;
  return items.find((one: { transactionId: number }) => one.transactionId === transactionId).id;
}

async function price(id: number): Promise<SessionPrice> {
  return (await site.api.get(`/sessions/${id}/price`)).json;
}

async function rate(id: number, how: object): Promise<SessionPrice> {
  return (await site.api.post(`/sessions/${id}/price`, { how, note: 'agreed with the driver' })).json;
}

/** Sessions are priced right after they have ended, not in the same moment. */
async function pricedAs(id: number, state: SessionPrice['state']): Promise<SessionPrice> {
  await expect.poll(async () => (await price(id)).state).toBe(state);
  return price(id);
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ startsAt: Date.parse('2026-11-24T08:00:00Z') });
});
afterAll(() => site.stop());

test('while a site changes its currency no other tariff is published in either', async () => {
  const changing = await added('EUR');
  expect(await published(changing, {})).toMatchObject({ status: 201 });
  await site.api.patch(`/tariffs/${changing}`, { draft: flatTariff(490_000, { currency: 'CHF' }) });
  expect(await published(changing, { from: '2026-12-01T00:00:00Z' })).toMatchObject({ status: 201 });
  const refused = { status: 409, json: { code: 'currency-differs' } };
  expect(await published(await added('EUR'), {})).toMatchObject(refused);
  expect(await published(await added('CHF'), {})).toMatchObject(refused);
});

test('a draft in another currency than the site has is found by its check, which names that', async () => {
  const tariff = flatTariff(490_000, { currency: 'GBP' });
  expect((await site.api.post('/tariff-checks', { tariff })).json).toMatchObject({
    publishable: false,
    faults: [{ kind: 'other-currency', severity: 'forbids', currency: 'EUR' }],
  });
});

describe('at a site that sells in francs', () => {
  let francs: TestSite;
  let euros: number;
  let inFrancs: number;

  /** A tariff in euros counted until it was removed; another one counts in francs since. */
  beforeAll(async () => {
    francs = await startSite({ startsAt: Date.parse('2026-11-24T08:00:00Z') });
    euros = await publishedAt(francs, 'EUR');
    await francs.api.delete(`/tariffs/${euros}`);
    expect(await restored(euros)).toMatchObject({ status: 200 });
    await francs.api.delete(`/tariffs/${euros}`);
    inFrancs = await publishedAt(francs, 'CHF');
  });
  afterAll(() => francs.stop());

  test('a tariff in euros does not come back', async () => {
    expect(await restored(euros)).toMatchObject({ status: 409, json: { code: 'currency-differs' } });
    expect((await francs.api.get('/tariffs')).json.items).toHaveLength(1);
  });

  test('one in francs comes back, and so does one that was never published', async () => {
    const other = await publishedAt(francs, 'CHF');
    const draft = (await francs.api.post('/tariffs', { name: 'D', draft: flatTariff(490_000) })).json.id;
    for (const id of [other, draft]) {
      await francs.api.delete(`/tariffs/${id}`);
      expect(await restored(id)).toMatchObject({ status: 200 });
    }
  });

  test('an amount that somebody says without a tariff is in francs', async () => {
    const fixed = await fixedAt(francs, 1_200);
    expect(fixed.asked).toMatchObject({ state: 'no-tariff', currency: null, fixCurrency: 'CHF' });
    expect(fixed.said).toMatchObject({ state: 'fixed', currency: 'CHF', total: { inclVatMinor: 1_200 } });
  });

  test('a rule has nobody pay a monthly fee in euros', async () => {
    expect(await ruled(feeIn('EUR'))).toMatchObject({
      status: 409,
      json: { code: 'currency-differs', detail: 'CHF' },
    });
    expect(await ruled(feeIn('CHF'))).toMatchObject({ status: 201 });
  });

  function restored(id: number) {
    return francs.api.send('POST', `/api/v1/tariffs/${id}/restore`, {});
  }

  async function ruled(extras: object) {
    const { id } = (await francs.api.post('/groups', { of: 'users', name: `G${Math.random()}` })).json;
    const target = { kind: 'user-group', groupId: id };
    return francs.api.send('POST', '/api/v1/tariff-rules', { body: { tariffId: inFrancs, target, extras } });
  }
});

test('where nothing is sold yet, an amount is in euros', async () => {
  const bare = await startSite({ startsAt: Date.parse('2026-11-24T08:00:00Z') });
  expect((await fixedAt(bare, 1_200)).said).toMatchObject({ state: 'fixed', currency: 'EUR' });
  await bare.stop();
});

/** A session that nobody pays for, and then an amount for it by a person's word. */
async function fixedAt(at: TestSite, inclVatMinor: number) {
  const station = await at.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const timestamp = new Date(at.clock.now()).toISOString();
  const start = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp };
  const { transactionId } = await station.ok('StartTransaction', start);
  await station.ok('StopTransaction', { transactionId, meterStop: 100, timestamp });
  const [{ id }] = (await at.api.get('/sessions')).json.items;
  const asked = (await at.api.get(`/sessions/${id}/price`)).json;
  const how = { kind: 'fix', inclVatMinor };
  const said = (await at.api.post(`/sessions/${id}/price`, { how, note: 'agreed' })).json;
  return { asked, said };
}

function feeIn(currency: string) {
  const monthlyFee = { perMonthMicros: 5_000_000, vatBasisPoints: null, currency };
  return { freeWhPerMonth: 0, discountBasisPoints: 0, monthlyFee };
}

/** By a tariff that counts from ten seconds on. */
async function publishedAt(at: TestSite, currency: string): Promise<number> {
  const draft = flatTariff(490_000, { currency });
  const { id } = (await at.api.post('/tariffs', { name: currency, draft })).json;
  const { status } = await at.api.send('POST', `/api/v1/tariffs/${id}/versions`, { body: {} });
  expect(status).toBe(201);
  at.clock.advance(11_000);
  return id;
}

async function added(currency: string): Promise<number> {
  const draft = flatTariff(490_000, { currency });
  return (await site.api.post('/tariffs', { name: currency, draft })).json.id;
}

function published(id: number, body: object) {
  return site.api.send('POST', `/api/v1/tariffs/${id}/versions`, { body });
}

import { afterAll, beforeAll, expect, test } from 'vitest';
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

async function added(currency: string): Promise<number> {
  const draft = flatTariff(490_000, { currency });
  return (await site.api.post('/tariffs', { name: currency, draft })).json.id;
}

function published(id: number, body: object) {
  return site.api.send('POST', `/api/v1/tariffs/${id}/versions`, { body });
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tariff } from '#api/tariff-model.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { flatTariff } from '../../testing/tariff-examples.ts';

const START = Date.parse('2026-11-28T09:00:00Z');
const DAY = 86_400_000;

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ startsAt: START });
});

afterAll(() => site.stop());

test('a monthly fee stands to tax as its tariff did in that month, whatever counts since or is being drawn', async () => {
  const tariff = await add('/tariffs', { name: 'Vertrag', draft: flatTariff(300_000) });
  const groupId = await add('/groups', { of: 'users', name: 'Vertrag' });
  await add('/drivers', { name: 'Ole Ihde', groupIds: [groupId] });
  const monthlyFee = { perMonthMicros: 6_000_000, vatBasisPoints: 1_900, currency: 'EUR' };
  const extras = { freeWhPerMonth: 0, discountBasisPoints: 0, monthlyFee };
  await add('/tariff-rules', { tariffId: tariff, target: { kind: 'user-group', groupId }, extras });
  // Published ten seconds before it counts, and asked for meanwhile.
  await add(`/tariffs/${tariff}/versions`, {});
  await draw(tariff, 'none');
  expect(await taxes('2026-11')).toEqual(['included']);

  await draw(tariff, 'on-top');
  await add(`/tariffs/${tariff}/versions`, { from: '2026-12-01T00:00:00+01:00' });
  site.clock.jump(DAY);
  expect(await taxes('2026-11')).toEqual(['included']);

  site.clock.jump(3 * DAY);
  await draw(tariff, 'none');
  expect(await taxes('2026-11')).toEqual(['included']);
  expect(await taxes('2026-12')).toEqual(['on-top']);
});

async function add(path: string, body: object): Promise<number> {
  const { status, text, json } = await site.api.post(path, body);
  if (status >= 300) throw new Error(text);
  return json.id;
}

async function draw(tariff: number, taxes: Tariff['taxes']): Promise<void> {
  const draft = flatTariff(300_000, { taxes });
  const { status, text } = await site.api.patch(`/tariffs/${tariff}`, { draft });
  if (status >= 300) throw new Error(text);
}

async function taxes(month: string): Promise<readonly Tariff['taxes'][]> {
  const { items } = (await site.api.get(`/monthly-fees?month=${month}`)).json;
  return items.map((item: { readonly taxes: Tariff['taxes'] }) => item.taxes);
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('whatever happens to its drivers, a card stands under the name it bears and is found by it', async () => {
  const add = async (path: string, body: object) => (await site.api.post(path, body)).json.id as number;
  await add('/cards', { uid: 'FIRST', holder: 'Bea' });
  const card = await add('/cards', { uid: 'POOL', holder: 'Zora' });
  expect(await holders()).toEqual(['Bea', 'Zora']);
  const anna = await add('/drivers', { name: 'Anna Süß', costCentre: 'Lager 7' });
  const tie = await add('/assignments', { cardId: card, driverId: anna });
  expect(await holders()).toEqual(['Anna Süß', 'Bea']);
  expect(await found('suss lager')).toEqual(['POOL']);
  await site.api.patch(`/drivers/${anna}`, { name: 'Yara' });
  expect(await holders()).toEqual(['Bea', 'Yara']);
  expect([await found('suss'), await found('yara')]).toEqual([[], ['POOL']]);
  const cem = await add('/drivers', { name: 'Cem' });
  await add('/assignments', { cardId: card, driverId: cem });
  // The one who was there first; it is found by both.
  expect(await holders()).toEqual(['Bea', 'Yara, Cem']);
  expect(await found('cem')).toEqual(['POOL']);
  await site.api.delete(`/drivers/${anna}`);
  expect([await holders(), await found('yara')]).toEqual([['Bea', 'Cem'], []]);
  await site.api.post(`/drivers/${anna}/restore`);
  expect(await found('yara')).toEqual(['POOL']);
  await site.api.delete(`/assignments/${tie}`);
  expect([await holders(), await found('yara')]).toEqual([['Bea', 'Cem'], []]);
  await site.api.delete(`/drivers/${cem}`);
  await site.api.patch(`/cards/${card}`, { holder: 'Abel' });
  expect(await holders()).toEqual(['Abel', 'Bea']);
  expect(await found('abel')).toEqual(['POOL']);
  expect((await site.api.get(`/cards?driverId=${cem}`)).json.items).toHaveLength(1);
});

async function holders(): Promise<readonly string[]> {
  return (await site.api.get('/cards')).json.items.map(({ holder }: { readonly holder: string }) => holder);
}

async function found(search: string): Promise<readonly string[]> {
  const { items } = (await site.api.get(`/cards?search=${encodeURIComponent(search)}`)).json;
  return items.map(({ uid }: { readonly uid: string }) => uid);
}

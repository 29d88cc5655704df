import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedInPerson } from '../../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ access: 'known-cards' });
  await site.api.post('/cards', { uid: '04A2B3C4', holder: 'Anna' });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a number that another reader would write for a known card is taken only by whoever insists', async () => {
  const backwards = { uid: 'C4B3A204', holder: 'Ben' };
  const refused = await site.api.post('/cards', backwards);
  expect(refused.json).toMatchObject({ status: 409, code: 'card-like-another', detail: '04A2B3C4 · Anna' });
  expect(await numbers()).toEqual(['04A2B3C4']);
  expect((await site.api.post('/cards', { ...backwards, anyway: true })).status).toBe(201);
  expect(await numbers()).toEqual(['04A2B3C4', 'C4B3A204']);
});

test('the same holds for a spelling and for a card that replaces a lost one', async () => {
  const cem = (await site.api.post('/cards', { uid: '0411223344', holder: 'Cem' })).json.id;
  const decimal = { uid: String(0x04a2b3c4) };
  for (const path of [`/cards/${cem}/spellings`, `/cards/${cem}/replace`]) {
    const refused = await site.api.post(path, decimal);
    expect(refused.json, path).toMatchObject({ code: 'card-like-another' });
  }
  // His own the other way round is no doubt.
  expect((await site.api.post(`/cards/${cem}/spellings`, { uid: '4433221104' })).status).toBe(200);
});

test('whose card it is stays unsaid to whoever may not see it', async () => {
  const south = (await site.api.post('/tenants', { name: 'South', kind: 'site', parentId: 1 })).json.id;
  const grants = [{ tenantId: south, role: 'manager' }];
  const { client } = await signedInPerson(site, { name: 'Sam', tenantId: south, grants });
  const { json } = await client.post('/cards', { uid: '0000C4B3A204', tenantId: south });
  expect(json).toMatchObject({ code: 'card-like-another' });
  expect(json).not.toHaveProperty('detail');
});

async function numbers(): Promise<readonly string[]> {
  const { items } = (await site.api.get('/cards')).json;
  return items.map(({ uid }: { readonly uid: string }) => uid).sort();
}

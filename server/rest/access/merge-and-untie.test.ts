import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ access: 'known-cards' });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const SOON = '2099-01-01T00:00:00.000Z';
const LATE = '2099-12-31T00:00:00.000Z';

test('two cards that become one stay as closed as either was, and whoever had either has it', async () => {
  const ada = await added('/drivers', { name: 'Ada' });
  const bo = await added('/drivers', { name: 'Bo' });
  const car = await added('/vehicles', { plate: 'S-AB 1' });
  const into = await added('/cards', { uid: 'ONE', driverId: ada, expiresAt: LATE });
  const from = await added('/cards', { uid: 'TWO', driverId: bo, vehicleId: car, expiresAt: SOON });
  await site.api.patch(`/cards/${from}`, { blocked: true });
  const { status, json: merged } = await site.api.post(`/cards/${into}/merge`, { cardId: from });
  expect(status).toBe(200);
  expect(merged).toMatchObject({ uid: 'ONE', spellings: ['TWO'], state: 'blocked', expiresAt: SOON });
  expect(merged.drivers.map(({ name }: { readonly name: string }) => name).toSorted()).toEqual(['Ada', 'Bo']);
  expect(merged.vehicles).toMatchObject([{ plate: 'S-AB 1' }]);
  // Nothing of it is lost when the program starts anew, and neither number lets anybody in.
  await site.restart();
  expect((await site.api.get(`/cards/${into}`)).json).toEqual(merged);
  const station = await site.station('YARD');
  for (const idTag of ['ONE', 'TWO'])
    expect((await station.ok('Authorize', { idTag })).idTagInfo.status, idTag).toBe('Blocked');
});

test('the other way round the block and the earlier end stay as well', async () => {
  const into = await added('/cards', { uid: 'THREE', expiresAt: SOON });
  const from = await added('/cards', { uid: 'FOUR', expiresAt: LATE });
  await site.api.patch(`/cards/${into}`, { blocked: true });
  const { json: merged } = await site.api.post(`/cards/${into}/merge`, { cardId: from });
  expect(merged).toMatchObject({ state: 'blocked', expiresAt: SOON });
});

test('a card is untied from a driver who has gone, and not tied to them again', async () => {
  const driver = await added('/drivers', { name: 'Cy' });
  const card = await added('/cards', { uid: 'FIVE', driverId: driver });
  const [{ id }] = (await site.api.get(`/cards/${card}`)).json.assignments;
  await site.api.delete(`/drivers/${driver}`);
  expect((await site.api.delete(`/assignments/${id}`)).status).toBe(200);
  expect((await site.api.get(`/cards/${card}`)).json.assignments).toEqual([]);
  expect((await site.api.post(`/assignments/${id}/restore`)).json.code).toBe('not-found');
  const again = await site.api.post('/assignments', { cardId: card, driverId: driver });
  expect(again.json.code).toBe('not-found');
});

async function added(path: string, body: object): Promise<number> {
  const { status, text, json } = await site.api.post(path, body);
  if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
  return json.id;
}

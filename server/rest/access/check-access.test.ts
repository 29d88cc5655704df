import { expect, test } from 'vitest';
import { startSite } from '../../testing/start-site.ts';

/** A Saturday in Berlin, at noon. */
const SATURDAY = Date.parse('2026-11-28T11:00:00Z');

test('whether a card may charge is asked before anybody stands at the station, for now and for another time', async () => {
  const site = await startSite({ startsAt: SATURDAY });
  await site.adopt('LP-01');
  const add = async (path: string, body: object) => (await site.api.post(path, body)).json.id as number;
  const employees = await add('/groups', { of: 'users', name: 'Employees' });
  const anna = await add('/cards', { uid: '04A2B81C', holder: 'Anna', groupIds: [employees] });
  const visitor = await add('/cards', { uid: '04FFEE01', holder: 'Visitor' });
  const check = async (cardId: number, at?: string) =>
    (await site.api.get(`/stations/LP-01/access?cardId=${cardId}${at === undefined ? '' : `&at=${at}`}`))
      .json;
  expect(await check(visitor)).toMatchObject({ verdict: 'accepted', rule: null });

  const rule = await add('/access-rules', {
    name: 'Workdays',
    who: { kind: 'groups', groupIds: [employees] },
    windows: [{ days: [1, 2, 3, 4, 5], from: 6 * 60, to: 20 * 60 }],
  });
  expect(await check(visitor)).toMatchObject({ verdict: 'not-allowed-here', allowed: ['Employees'] });
  expect(await check(anna)).toMatchObject({ verdict: 'outside-hours', opensAt: '2026-11-30T05:00:00.000Z' });
  expect(await check(anna, '2026-11-30T05:00:00Z')).toMatchObject({
    verdict: 'accepted',
    rule: { id: rule, name: 'Workdays' },
  });
  expect((await site.api.get('/stations/LP-01/access?cardId=999')).status).toBe(404);
  expect((await site.api.get('/held-cards')).json.items).toEqual([]);
  await site.stop();
});

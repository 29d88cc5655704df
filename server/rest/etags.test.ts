import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const get = (headers: Record<string, string> = {}) => site.api.send('GET', '/api/v1/site', { headers });
const rename = (name: string, ifMatch: string) =>
  site.api.send('PATCH', '/api/v1/site', { body: { name }, headers: { 'if-match': ifMatch } });

test('what has not changed is not sent again', async () => {
  const { headers } = await get();
  const etag = String(headers.etag);
  expect(etag).toMatch(/^"[\w-]{27}"$/);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const same = await get({ 'if-none-match': known });
    expect([same.status, same.text, same.headers.etag], known).toEqual([304, '', etag]);
  }
  await site.api.patch('/site', { name: 'Other' });
  const changed = await get({ 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(changed.headers.etag).not.toBe(etag);
  // Lists have versions, too, and no browser keeps them.
  expect((await site.api.get('/cards')).headers).toMatchObject({
    etag: expect.any(String),
    'cache-control': 'no-store',
  });
});

test('of two that have read the same only one can change it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const etag = String((await get()).headers.etag);
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => rename(`${name} ${round}`, etag)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    for (const { status, json } of answers) if (status === 412) expect(json.code).toBe('changed-meanwhile');
    const winner = answers.find(({ status }) => status === 200)?.json.name;
    expect((await get()).json.name).toBe(winner);
  }
});

test('the draft of a tariff that somebody else has changed meanwhile is not overwritten', async () => {
  const { id } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(490_000) })).json;
  const path = `/api/v1/tariffs/${id}`;
  const etag = String((await site.api.send('GET', path)).headers.etag);
  const save = (kwhMicros: number) =>
    site.api.send('PATCH', path, {
      body: { draft: flatTariff(kwhMicros) },
      headers: { 'if-match': etag },
    });
  expect((await save(520_000)).status).toBe(200);
  expect(await save(390_000)).toMatchObject({ status: 412, json: { code: 'changed-meanwhile' } });
  const { draft } = (await site.api.get(`/tariffs/${id}`)).json;
  expect(draft).toEqual(flatTariff(520_000));
});

test('a weak or unknown version matches nothing, and a star matches whatever is there', async () => {
  const etag = String((await get()).headers.etag);
  expect((await rename('X', `W/${etag}`)).status).toBe(412);
  expect((await rename('X', '"other"')).status).toBe(412);
  expect((await rename('X', '*')).status).toBe(200);
});

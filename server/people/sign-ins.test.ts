import { get } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { personId } from '#core/shared/ids.ts';
import type { RestClient } from '../testing/rest-client.ts';
import { eventually, OWNER, startSite, type TestSite } from '../testing/start-site.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';

let site: TestSite;

afterEach(() => site.stop());

test('people see where they are signed in, and sign one place out without the others', async () => {
  site = await startSite();
  const firefox = await signedIn(FIREFOX);
  const other = await signedIn(PHONE);
  const { items } = (await firefox.get('/account/sign-ins')).json;
  expect(items).toHaveLength(3);
  const own = items.find(({ isThis }: { isThis: boolean }) => isThis);
  expect(own).toMatchObject({ browser: 'firefox', system: 'linux', address: '127.0.0.1' });
  expect(JSON.stringify(items)).not.toContain([...firefox.cookies.values()][0]);
  const phone = items.find(({ system }: { system: string }) => system === 'ios');
  expect((await firefox.delete(`/account/sign-ins/${phone.id}`)).status).toBe(200);
  expect((await firefox.delete(`/account/sign-ins/${phone.id}`)).json.code).toBe('not-found');
  expect((await other.get('/site')).json.code).toBe('sign-in-required');
  for (const client of [firefox, site.api]) expect((await client.get('/site')).status).toBe(200);
});

test('signing out everywhere else ends open streams at once, also after a restart', async () => {
  site = await startSite();
  const other = await signedIn(FIREFOX);
  const stream = await openStream(other);
  expect((await site.api.post('/account/sign-ins/end-others')).status).toBe(200);
  await stream.closed;
  expect((await other.get('/site')).status).toBe(401);
  await site.restart();
  expect((await site.api.get('/site')).status).toBe(200);
  expect((await site.api.get('/account/sign-ins')).json.items).toHaveLength(1);
});

test('when a sign-in was last used is noted, but not with every request', async () => {
  site = await startSite();
  const first = await lastSeen();
  site.clock.advance(9 * 60_000);
  await site.api.get('/site');
  expect(await lastSeen()).toBe(first);
  site.clock.advance(2 * 60_000);
  await site.api.get('/site');
  await eventually(async () => ((await lastSeen()) > first ? true : undefined));
  const { items } = (await site.api.get('/account/sign-ins')).json;
  expect(Date.parse(items[0].lastSeenAt) - Date.parse(items[0].since)).toBeGreaterThanOrEqual(660_000);
});

test('a window that nobody has used for two weeks is asked for the password again, one in use for thirty days not', async () => {
  site = await startSite();
  const unused = await signedIn(FIREFOX);
  for (let days = 0; days < 26; days += 13) {
    const before = await lastSeen();
    site.clock.advance(13 * 86_400_000);
    expect((await site.api.get('/site')).status).toBe(200);
    await eventually(async () => ((await lastSeen()) > before ? true : undefined));
  }
  expect((await unused.get('/site')).status).toBe(401);
  expect((await site.api.get('/account/sign-ins')).json.items).toHaveLength(1);
  site.clock.advance(5 * 86_400_000);
  expect((await site.api.get('/site')).status).toBe(401);
});

test('whoever signs in is told of attempts that failed since, until it is taken note of', async () => {
  site = await startSite();
  for (let attempt = 0; attempt < 3; attempt += 1)
    await site.stranger().post('/sign-in', { ...OWNER, password: 'wrong wrong' });
  await site.stranger().post('/sign-in', { name: 'Nobody', password: 'wrong wrong' });
  const browser = site.stranger();
  const { signedInAs } = (await browser.post('/sign-in', OWNER)).json;
  expect(signedInAs.failedSignIns).toMatchObject({ count: 3 });
  expect(Date.now() - Date.parse(signedInAs.failedSignIns.since)).toBeLessThan(60_000);
  await site.restart();
  expect((await site.api.get('/status')).json.signedInAs.failedSignIns.count).toBe(3);
  expect((await site.api.post('/account/failed-sign-ins/seen')).status).toBe(200);
  expect((await site.api.get('/status')).json.signedInAs.failedSignIns).toBeNull();
});

test('a new password is another one', async () => {
  site = await startSite();
  const answer = await site.api.post('/password', { current: OWNER.password, next: OWNER.password });
  expect(answer.json).toMatchObject({ code: 'invalid-request', fields: [{ path: 'body/next' }] });
});

/** When the owner was last seen in any window. */
async function lastSeen(): Promise<number> {
  const signIns = await site.store.reads.signInsOf(personId(1));
  return Math.max(0, ...signIns.map(({ lastSeenAt }) => lastSeenAt));
}

async function signedIn(userAgent: string): Promise<RestClient> {
  const client = site.stranger();
  await client.send('POST', '/api/v1/sign-in', { body: OWNER, headers: { 'user-agent': userAgent } });
  return client;
}

/** The stream of live events; `closed` resolves when the server has ended it. */
function openStream({ cookies }: RestClient): Promise<{ readonly closed: Promise<void> }> {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
  return new Promise((resolve, reject) => {
    get(`${site.server.uiUrl}api/v1/events`, { headers: { cookie }, agent: false }, (answer) => {
      answer.resume();
      answer.on('error', () => {});
      resolve({ closed: new Promise((over) => answer.on('close', over)) });
    }).on('error', reject);
  });
}

import { afterEach, expect, test } from 'vitest';
import { OWNER, SETUP, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

test('the site is set up once, also when two are at it at the same moment', async () => {
  site = await startSite({ setUp: false });
  expect((await site.stranger().post('/setup', { ...SETUP, password: 'short' })).json.code).toBe(
    'invalid-request',
  );
  expect((await site.stranger().post('/setup', { ...SETUP, timeZone: 'Mars/Olympus' })).json.code).toBe(
    'invalid-request',
  );
  const both = await Promise.all(
    ['First', 'Second'].map((ownerName) => site.stranger().post('/setup', { ...SETUP, ownerName })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.json).toMatchObject({ code: 'already-set-up' });
  const { json } = await site.stranger().get('/status');
  expect(json).toMatchObject({ setUp: true, signedInAs: null, language: 'de' });
  expect((await site.stranger().post('/setup', SETUP)).json.code).toBe('already-set-up');
});

test('a sign-in gives a cookie that scripts and other sites cannot use, and signing out ends it', async () => {
  site = await startSite();
  const browser = site.stranger();
  const answer = await browser.post('/sign-in', { name: ' mara WEBER ', password: OWNER.password });
  expect(answer.json.signedInAs).toMatchObject({ name: OWNER.name, personId: 1, grantedAt: [1] });
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^ladehaus-\d+=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
  const kept = new Map(browser.cookies);
  expect((await browser.post('/sign-out')).status).toBe(200);
  expect(browser.cookies.size).toBe(0);
  for (const [name, value] of kept) browser.cookies.set(name, value);
  expect((await browser.get('/site')).json.code).toBe('sign-in-required');
});

test('wrong names and wrong passwords get one answer, and no secret reaches the logbook', async () => {
  site = await startSite();
  const name = await site.stranger().post('/sign-in', { name: 'Nobody', password: OWNER.password });
  const password = await site.stranger().post('/sign-in', { name: OWNER.name, password: 'wrong wrong' });
  expect(name.json).toEqual(password.json);
  expect(name.json.code).toBe('wrong-credentials');
  const log = await site.api.get('/logbook');
  expect(log.text).toContain('sign-in-failed');
  expect(log.text).not.toContain('wrong wrong');
  expect(log.text).not.toContain(OWNER.password);
});

test('guessing has to wait longer each time, and waits run out', async () => {
  site = await startSite();
  const guess = () => site.stranger().post('/sign-in', { name: OWNER.name, password: 'wrong wrong' });
  const answers = await Promise.all(Array.from({ length: 20 }, guess));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  const [slowed] = answers.filter(({ status }) => status === 429);
  expect(slowed?.json).toMatchObject({ code: 'too-many-attempts', retryAfterSeconds: 1 });
  expect(slowed?.headers['retry-after']).toBe('1');
  for (let hour = 0, checked = 0; hour < 1; hour += 1) {
    for (let second = 0; second < 3_600; second += 20) {
      site.clock.advance(20_000);
      if ((await guess()).status === 401) checked += 1;
    }
    expect(checked).toBeLessThanOrEqual(120);
  }
  site.clock.advance(61_000);
  expect((await site.stranger().post('/sign-in', OWNER)).status).toBe(200);
  // The window on this computer is never kept out.
  expect(await site.server.signInWindow()).toMatchObject({ name: expect.stringMatching(/^ladehaus-/) });
});

test.skipIf(process.platform === 'darwin')('guessing elsewhere does not slow the owner down', async () => {
  site = await startSite();
  const wrong = { name: OWNER.name, password: 'wrong wrong' };
  const guess = () => site.stranger().send('POST', '/api/v1/sign-in', { body: wrong, from: '127.0.0.2' });
  const answers = await Promise.all(Array.from({ length: 12 }, guess));
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect((await site.stranger().post('/sign-in', OWNER)).status).toBe(200);
});

test('a new password signs all other windows out, and they stay out after a restart', async () => {
  site = await startSite();
  const other = site.stranger();
  await other.post('/sign-in', OWNER);
  const next = 'an even better password';
  expect((await site.api.post('/password', { current: 'wrong wrong', next })).json.code).toBe(
    'wrong-credentials',
  );
  expect((await other.get('/site')).status).toBe(200);
  expect((await site.api.post('/password', { current: OWNER.password, next })).status).toBe(200);
  expect((await other.get('/site')).status).toBe(401);
  expect((await site.api.get('/site')).status).toBe(200);
  expect((await site.stranger().post('/sign-in', OWNER)).status).toBe(401);
  await site.restart();
  expect((await site.api.get('/site')).status).toBe(200);
  expect((await site.stranger().post('/sign-in', { ...OWNER, password: next })).status).toBe(200);
});

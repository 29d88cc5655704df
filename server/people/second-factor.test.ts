import { Secret, TOTP } from 'otpauth';
import { afterEach, expect, test } from 'vitest';
import type { RestAnswer, RestClient } from '../testing/rest-client.ts';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

test('a phone is asked for besides the password once its first code has confirmed it', async () => {
  site = await startSite();
  const begun = await site.api.post('/account/second-factor', { password: OWNER.password });
  expect(begun.status).toBe(201);
  expect(begun.json.uri).toMatch(/^otpauth:\/\/totp\/Ladehaus%20Werk%20S%C3%BCd:Mara%20Weber\?/);
  expect(begun.json.qr.path).toMatch(/^M\d/);
  expect((await site.stranger().post('/sign-in', OWNER)).status).toBe(200);
  const wrong = await site.api.post('/account/second-factor/confirm', { code: '000 000' });
  expect(wrong.json.code).toBe('wrong-code');
  const confirmed = await site.api.post('/account/second-factor/confirm', { code: codeOf(begun) });
  expect(confirmed.json.codes).toHaveLength(10);
  expect((await site.api.get('/account')).json.secondFactor).toEqual({ state: 'on', recoveryCodesLeft: 10 });

  expect((await signIn()).json.code).toBe('second-factor-needed');
  expect((await signIn('123456')).json.code).toBe('wrong-code');
  site.clock.advance(30_000);
  expect((await signIn(codeOf(begun))).json).toMatchObject({ signedInAs: { name: OWNER.name } });
});

test('no code counts twice, not even in the next half minute, and never two at once', async () => {
  site = await startSite();
  const { begun } = await enrol(site.api);
  // The one that confirmed the phone is used up.
  expect((await signIn(codeOf(begun))).json.code).toBe('wrong-code');
  site.clock.advance(30_000);
  const both = await Promise.all([1, 2, 3].map(() => signIn(codeOf(begun))));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  site.clock.advance(30_000);
  const before = codeOf(begun, -30_000);
  expect((await signIn(before)).json.code).toBe('wrong-code');
  const fresh = codeOf(begun);
  expect((await signIn(`${fresh.slice(0, 3)} ${fresh.slice(3)}`)).status).toBe(200);
  await site.restart();
  expect((await signIn(fresh)).json.code).toBe('wrong-code');
});

test('a code is right for half a minute on either side, and no longer', async () => {
  site = await startSite();
  const { begun } = await enrol(site.api);
  site.clock.advance(300_000);
  expect((await signIn(codeOf(begun, -90_000))).json.code).toBe('wrong-code');
  expect((await signIn(codeOf(begun, 90_000))).json.code).toBe('wrong-code');
  expect((await signIn(codeOf(begun, -30_000))).status).toBe(200);
  expect((await signIn(codeOf(begun, 30_000))).status).toBe(200);
});

test('each recovery code lets in once, however it is typed, and new ones replace them', async () => {
  site = await startSite();
  const { codes } = await enrol(site.api);
  const [first = '', second = '', third = ''] = codes;
  expect((await signIn(first.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
  expect((await signIn(first)).json.code).toBe('wrong-code');
  expect((await signIn(second.replaceAll('0', 'o').replaceAll('1', 'l'))).status).toBe(200);
  expect((await site.api.get('/account')).json.secondFactor.recoveryCodesLeft).toBe(8);
  const renewed = await site.api.post('/account/second-factor/recovery-codes', { password: OWNER.password });
  expect((await signIn(third)).json.code).toBe('wrong-code');
  expect((await signIn(renewed.json.codes[0])).status).toBe(200);
  expect((await site.api.get('/logbook')).text).not.toContain(first);
});

test('whoever finds an open window can neither turn the phone on nor off without the password', async () => {
  site = await startSite();
  const wrong = { password: 'wrong wrong' };
  expect((await site.api.post('/account/second-factor', wrong)).json.code).toBe('wrong-credentials');
  await enrol(site.api);
  expect((await site.api.post('/account/second-factor/off', wrong)).json.code).toBe('wrong-credentials');
  expect((await site.api.post('/account/second-factor/recovery-codes', wrong)).status).toBe(401);
  const again = await site.api.post('/account/second-factor', { password: OWNER.password });
  expect(again.json.code).toBe('second-factor-on');
  expect((await site.api.post('/account/second-factor/off', { password: OWNER.password })).status).toBe(200);
  expect((await signIn()).status).toBe(200);
});

test('guessing codes is slowed like guessing passwords, and the right password does not empty the count', async () => {
  site = await startSite();
  const { begun } = await enrol(site.api);
  const outcomes: string[] = [];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    expect((await signIn()).json.code).toBe('second-factor-needed');
    outcomes.push((await signIn('000000')).json.code);
  }
  expect(outcomes.filter((code) => code === 'wrong-code').length).toBeLessThan(12);
  expect(outcomes).toContain('too-many-attempts');
  site.clock.advance(61_000);
  expect((await signIn(codeOf(begun))).status).toBe(200);
});

test('neither the secret nor a recovery code lies readable in the database', async () => {
  site = await startSite();
  const { begun, codes } = await enrol(site.api);
  const [person] = (await site.store.load()).people;
  const kept = JSON.stringify(person);
  expect(kept).not.toContain(begun.json.secret);
  expect(kept).not.toContain(Buffer.from(Secret.fromBase32(begun.json.secret).bytes).toString('base64url'));
  for (const code of codes) expect(kept).not.toContain(code);
});

function signIn(code?: string): Promise<RestAnswer> {
  return site.stranger().post('/sign-in', { ...OWNER, ...(code !== undefined && { code }) });
}

async function enrol(client: RestClient): Promise<{ begun: RestAnswer; codes: readonly string[] }> {
  const begun = await client.post('/account/second-factor', { password: OWNER.password });
  const { json } = await client.post('/account/second-factor/confirm', { code: codeOf(begun) });
  return { begun, codes: json.codes };
}

/** What the phone shows at the site's time, or so much later. */
function codeOf({ json }: RestAnswer, laterMs = 0): string {
  return new TOTP({ secret: json.secret }).generate({ timestamp: site.clock.now() + laterMs });
}

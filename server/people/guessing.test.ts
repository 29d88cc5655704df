import { afterEach, expect, test } from 'vitest';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

const HOUR_MS = 3_600_000;
const ATTEMPTS = 10_000;
/** NIST SP 800-63B §5.2.2 allows a hundred failures in a row; waiting longer each time keeps guessing below that rate. */
const MOST_CHECKED_PER_HOUR = 120;

// Only Linux answers for the whole of 127/8.
test.skipIf(process.platform === 'darwin').each([1, 50])(
  'ten thousand guesses in an hour from %d addresses come to at most 120 passwords that are really compared',
  async (addresses) => {
    site = await startSite();
    let compared = 0;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      site.clock.advance(HOUR_MS / ATTEMPTS);
      const answer = await site.stranger().send('POST', '/api/v1/sign-in', {
        body: { name: OWNER.name, password: `guess number ${attempt}` },
        from: `127.0.1.${1 + (attempt % addresses)}`,
      });
      if (answer.status === 401) compared += 1;
      else expect(answer.status).toBe(429);
    }
    expect(compared).toBeGreaterThan(0);
    expect(compared).toBeLessThanOrEqual(MOST_CHECKED_PER_HOUR);
    // The owner at this computer has not been slowed for a moment, and is told.
    const owner = await site.stranger().post('/sign-in', OWNER);
    expect(owner.status).toBe(200);
    expect(owner.json.signedInAs.failedSignIns.count).toBe(compared);
  },
  240_000,
);

test.skipIf(process.platform === 'darwin')(
  'where somebody is signed in already, guesses from elsewhere keep nobody out',
  async () => {
    site = await startSite();
    const from = '127.0.2.1';
    const office = site.stranger();
    const signIn = () => office.send('POST', '/api/v1/sign-in', { body: OWNER, from });
    expect((await signIn()).status).toBe(200);
    const wrong = { name: OWNER.name, password: 'wrong wrong' };
    for (let attempt = 0; attempt < 12; attempt += 1) {
      site.clock.advance(61_000);
      await site.stranger().send('POST', '/api/v1/sign-in', { body: wrong, from: `127.0.3.${attempt + 1}` });
    }
    expect((await signIn()).status).toBe(200);
    const unknown = await site.stranger().send('POST', '/api/v1/sign-in', { body: OWNER, from: '127.0.4.1' });
    expect(unknown.json.code).toBe('too-many-attempts');
  },
);

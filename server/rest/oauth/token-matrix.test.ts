import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#api/route.ts';
import { type RouteName, routes } from '#api/routes.ts';
import { openKeyVault } from '../../security/key-vault.ts';
import { type Example, furnish, requestOf } from '../../testing/every-route.ts';
import type { RestAnswer } from '../../testing/rest-client.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { addClient, askOauth, type TestClient, tokenOf } from '../../testing/test-client.ts';

let site: TestSite;
let examples: readonly Example[];
let erp: TestClient;
let tokens: Readonly<Record<Hostile, string>>;
let ownOnly: string;
let logbookOnly: string;
let sibling: string;

const HOSTILE = [
  'expired',
  'for another audience',
  'of another issuer',
  'with no signature',
  'signed with our public key',
  'signed with a foreign key',
  'of another type',
  'revoked',
  'cut short',
] as const;
type Hostile = (typeof HOSTILE)[number];

const names = Object.keys(routes) as RouteName[];
const closed = names.filter((name) => accessOf(name) !== 'public' && accessOf(name) !== 'before-setup');

beforeAll(async () => {
  site = await startSite();
  examples = await furnish(site);
  erp = await addClient(site, { permissions: ['stations.read'] });
  tokens = await hostileTokens();
  ownOnly = await tokenOf(site, await addClient(site, { permissions: ['own.read'] }));
  logbookOnly = await tokenOf(site, await addClient(site, { permissions: ['logbook.read'] }));
  const branch = (await site.api.post('/tenants', { parentId: 1, name: 'Elsewhere', kind: 'site' })).json;
  const everything = await addClient(site, { tenantId: branch.id, permissions: await ownersPermissions() });
  sibling = await tokenOf(site, everything);
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('the token that the others are bent from is a good one', async () => {
  const good = await forge({});
  expect((await askAs(good, 'listStations')).status).toBe(200);
});

describe.each(HOSTILE)('a token %s', (hostile) => {
  test.each(closed)('is refused by %s', async (name) => {
    const answer = await askAs(tokens[hostile], name);
    expect([answer.status, answer.json?.code]).toEqual([401, 'token-refused']);
  });
});

describe('a token without the scope', () => {
  test.each(closed.filter((name) => typeof accessOf(name) === 'object'))(
    'does nothing at %s',
    async (name) => {
      const answer = await askAs(needsOwn(name) ? logbookOnly : ownOnly, name);
      expect(['forbidden', 'not-found', 'module-off']).toContain(answer.json?.code);
    },
  );
});

describe('a client of a sibling branch', () => {
  test.each(closed.filter(isElsewhere))('neither sees nor changes what %s names', async (name) => {
    const answer = await askAs(sibling, name);
    expect(['forbidden', 'not-found']).toContain(answer.json?.code);
  });
});

/** Whether a route is about one thing, or about the root: in both cases not of the sibling branch. */
function isElsewhere(name: RouteName): boolean {
  const access = accessOf(name);
  return typeof access === 'object' && access.at !== 'somewhere';
}

function needsOwn(name: RouteName): boolean {
  const access = accessOf(name);
  return typeof access === 'object' && access.permission === 'own.read';
}

function accessOf(name: RouteName): Route['access'] {
  return routes[name].access;
}

function askAs(token: string, name: RouteName): Promise<RestAnswer> {
  const example = examples.find((one) => one.name === name);
  if (example === undefined) throw new Error(`There is no example of ${name}`);
  const { headers, ...more } = requestOf(example);
  return site.stranger().send(example.method, `/api/v1${example.path}`, {
    ...more,
    headers: { ...headers, authorization: `Bearer ${token}` },
  });
}

async function ownersPermissions(): Promise<readonly string[]> {
  return Object.keys((await site.api.get('/status')).json.signedInAs.permissions);
}

async function hostileTokens(): Promise<Readonly<Record<Hostile, string>>> {
  const { publicKey, kid } = await signingKey();
  const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const shared = new TextEncoder().encode(publicKey.export({ format: 'pem', type: 'spki' }).toString());
  const revoked = await tokenOf(site, erp);
  await askOauth(site, 'revoke', { ...erp, token: revoked });
  return {
    expired: await forge({ exp: seconds() - 1 }),
    'for another audience': await forge({ aud: 'urn:ladehaus:other' }),
    'of another issuer': await forge({ iss: 'https://evil.example' }),
    'with no signature': new UnsecuredJWT(claims()).encode(),
    'signed with our public key': await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
      .sign(shared),
    'signed with a foreign key': await forge({}, { key: foreign }),
    'of another type': await forge({}, { typ: 'JWT' }),
    revoked,
    'cut short': revoked.slice(0, -8),
  };
}

/** A token that the site would have signed, but for what is changed in it. */
async function forge(
  changed: Readonly<Record<string, unknown>>,
  header: { readonly typ?: string; readonly key?: KeyObject } = {},
): Promise<string> {
  const { privateKey, kid } = await signingKey();
  return new SignJWT({ ...claims(), ...changed })
    .setProtectedHeader({ alg: 'ES256', typ: header.typ ?? 'at+jwt', kid })
    .sign(header.key ?? privateKey);
}

function claims() {
  return {
    iss: new URL(site.server.uiUrl).origin,
    aud: 'urn:ladehaus:api',
    sub: erp.client.id,
    client_id: erp.client.id,
    scope: 'stations.read',
    iat: seconds(),
    exp: seconds() + 600,
    jti: 'made-up',
  };
}

function seconds(): number {
  return Math.floor(site.clock.now() / 1_000);
}

async function signingKey() {
  await tokenOf(site, erp);
  const [key] = (await site.store.load()).signingKeys;
  if (key === undefined) throw new Error('The site has no key');
  const der = openKeyVault(join(site.folder, 'data')).open(key.sealedKey);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { kid: key.kid, privateKey, publicKey: createPublicKey(privateKey) };
}

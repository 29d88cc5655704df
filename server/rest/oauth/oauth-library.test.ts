import * as oauth from 'oauth4webapi';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { addClient, askWith } from '../../testing/test-client.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const overHttp = { [oauth.allowInsecureRequests]: true } as const;

test('a library finds its way from the discovery document to a token, and back to where it ends', async () => {
  const { client, secret } = await addClient(site, { permissions: ['stations.read', 'sessions.read'] });
  const as = await discover();
  expect(as.issuer).toBe(new URL(site.server.uiUrl).origin);
  const me: oauth.Client = { client_id: client.id };
  const proofs = [oauth.ClientSecretBasic(secret), oauth.ClientSecretPost(secret)];
  for (const proof of proofs) {
    const asked = await oauth.clientCredentialsGrantRequest(
      as,
      me,
      proof,
      { scope: 'stations.read' },
      overHttp,
    );
    expect(asked.headers.get('cache-control')).toBe('no-store');
    const token = await oauth.processClientCredentialsResponse(as, me, asked);
    expect(token).toMatchObject({ token_type: 'bearer', scope: 'stations.read' });
    expect(token.expires_in).toBeLessThanOrEqual(600);

    expect((await askWith(site, token.access_token, { path: '/stations' })).status).toBe(200);
    expect((await askWith(site, token.access_token, { path: '/sessions' })).json.code).toBe('forbidden');
    const status = await askWith(site, token.access_token, { path: '/status' });
    expect(status.json.client).toEqual({ id: client.id, name: 'ERP' });
    await checkShape(as, token.access_token);

    const introspect = async () => {
      const answer = await oauth.introspectionRequest(as, me, proof, token.access_token, overHttp);
      return oauth.processIntrospectionResponse(as, me, answer);
    };
    expect(await introspect()).toMatchObject({ active: true, client_id: client.id, scope: 'stations.read' });
    const revoked = await oauth.revocationRequest(as, me, proof, token.access_token, overHttp);
    await oauth.processRevocationResponse(revoked);
    expect(await introspect()).toEqual({ active: false });
    const after = await askWith(site, token.access_token, { path: '/stations' });
    expect([after.status, after.json.code]).toEqual([401, 'token-refused']);
    expect(after.headers['www-authenticate']).toContain('error="invalid_token"');
  }
});

test('a wrong secret is an invalid client, and guessing is slowed down', async () => {
  const { client } = await addClient(site, { permissions: ['stations.read'] });
  const as = await discover();
  const me: oauth.Client = { client_id: client.id };
  const ask = () =>
    oauth.clientCredentialsGrantRequest(as, me, oauth.ClientSecretBasic('wrong'), {}, overHttp);
  await expect(oauth.processClientCredentialsResponse(as, me, await ask())).rejects.toThrow();
  const answers: Response[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) answers.push(await ask());
  expect(answers[0]?.status).toBe(401);
  expect(answers[0]?.headers.get('www-authenticate')).toContain('Basic');
  expect(answers.at(-1)?.status).toBe(429);
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
});

async function discover(): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(new URL(site.server.uiUrl).origin);
  const found = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...overHttp });
  return oauth.processDiscoveryResponse(issuer, found);
}

/** The library's own check of RFC 9068, as a resource of its own would do it with our key set. */
async function checkShape(as: oauth.AuthorizationServer, token: string): Promise<void> {
  const request = new Request('http://127.0.0.1/', { headers: { authorization: `Bearer ${token}` } });
  const claims = await oauth.validateJwtAccessToken(as, request, 'urn:ladehaus:api', overHttp);
  expect(claims.scope).toBe('stations.read');
}

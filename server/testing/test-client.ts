import { generateKeyPairSync } from 'node:crypto';
import type { Client } from '#api/clients.ts';
import type { RestAnswer } from './rest-client.ts';
import type { TestSite } from './start-site.ts';

/** A client of the API with its secret. */
export interface TestClient {
  readonly client: Client;
  readonly secret: string;
}

/** Adds a client at the root unless said otherwise. */
export async function addClient(
  site: TestSite,
  wish: {
    readonly name?: string;
    readonly tenantId?: number;
    readonly permissions: readonly string[];
    readonly origins?: readonly string[];
  },
): Promise<TestClient> {
  const { status, json, text } = await site.api.post('/clients', { tenantId: 1, name: 'ERP', ...wish });
  if (status !== 201) throw new Error(`The client was not added: ${text}`);
  return json;
}

/** Asks one of the OAuth routes with a form, in the name of a client. */
export function askOauth(
  site: TestSite,
  path: 'token' | 'revoke' | 'introspect',
  { client, secret, ...fields }: TestClient & Readonly<Record<string, unknown>>,
): Promise<RestAnswer> {
  const form = { client_id: client.id, client_secret: secret, ...fields } as Record<string, string>;
  return site.stranger().send('POST', `/api/v1/oauth/${path}`, {
    text: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

/** An access token of a client, by its credentials. */
export async function tokenOf(site: TestSite, client: TestClient, scope?: string): Promise<string> {
  const more = scope === undefined ? {} : { scope };
  const { status, json, text } = await askOauth(site, 'token', {
    ...client,
    grant_type: 'client_credentials',
    ...more,
  });
  if (status !== 200) throw new Error(`There was no token: ${text}`);
  return json.access_token;
}

/** Asks the API with a token. */
export function askWith(
  site: TestSite,
  token: string,
  {
    method = 'GET',
    path,
    body,
  }: { readonly method?: string; readonly path: string; readonly body?: unknown },
): Promise<RestAnswer> {
  return site.stranger().send(method, `/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body }),
  });
}

/** What an issuer is added with whose tokens act for a client. */
export function issuerOf(clientId: string) {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    tenantId: 1,
    name: 'Login of the company',
    issuer: 'https://login.example',
    audience: 'ladehaus',
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'first' }] },
    actsFor: { kind: 'client', clientId },
  };
}

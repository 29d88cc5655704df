import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackGuarded } from '../imports/unpack-guard.ts';
import { furnish } from '../testing/every-route.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';
import { addClient, askWith, tokenOf } from '../testing/test-client.ts';

let site: TestSite;
let files: ReadonlyMap<string, Buffer>;
const secrets = new Map<string, string>();

beforeAll(async () => {
  site = await startSite();
  await furnish(site);
  await makeSecrets();
  const entries = await unpackGuarded(await archive());
  files = new Map(entries?.map(({ name, bytes }) => [name, bytes]));
});
afterAll(() => site.stop());

test('each table is there twice, with as many rows as the manifest says, and the same in both', () => {
  const manifest = JSON.parse(textOf('manifest.json'));
  expect(manifest).toMatchObject({ format: 1, program: '1.2.3', site: 'Werk Süd' });
  expect(manifest.tables.length).toBeGreaterThan(40);
  for (const { name, columns, rows } of manifest.tables) {
    const lines = linesOf(name);
    const cells = parse(textOf(`tables/${name}.csv`), { relax_column_count: false });
    expect([lines.length, cells.length - 1], name).toEqual([rows, rows]);
    expect(cells[0], name).toEqual(columns);
    for (const line of lines) expect(Object.keys(line), name).toEqual(columns);
  }
});

test('whoever reads it without this program finds drivers, sessions, messages and files', () => {
  expect(linesOf('driver')).toContainEqual(
    expect.objectContaining({ name: 'Ada Lehmann', cost_centre: '4711', group_ids: [1] }),
  );
  const [session] = linesOf('session');
  expect(session?.started_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(linesOf('journal').map(({ text }) => String(text))).toContainEqual(
    expect.stringContaining('BootNotification'),
  );
  const uploads = [...files.keys()].filter((name) => name.startsWith('uploads/'));
  expect(uploads).toEqual([expect.stringMatching(/^uploads\/\d+-diagnostics\.zip$/)]);
  expect(textOf(uploads[0] ?? '')).toBe('all is well');
  expect(textOf('README.txt')).toContain('DEUTSCH');
});

test('no secret is in it, neither plain nor in the form in which it is kept', () => {
  expect(secrets.size).toBeGreaterThan(8);
  for (const [name, body] of files)
    for (const [what, secret] of secrets) expect(body.includes(secret), `${what} in ${name}`).toBe(false);
});

test('it stands in the logbook who took everything away', async () => {
  const { items } = (await site.api.get('/logbook?limit=20')).json;
  expect(items.find(({ kind }: { kind: string }) => kind === 'site-exported')).toMatchObject({
    actor: OWNER.name,
  });
});

test('only who may read everything gets everything', async () => {
  for (const role of ['manager', 'accountant', 'technician', 'viewer', 'driver']) {
    const { client } = await signedInPerson(site, { name: role, grants: [{ tenantId: 1, role }] });
    expect((await client.get('/site/export')).json?.code, role).toBe('forbidden');
  }
  const halls = (await site.api.post('/tenants', { parentId: 1, name: 'Hallen', kind: 'site' })).json.id;
  const elsewhere = await signedInPerson(site, {
    name: 'owner of a branch',
    tenantId: halls,
    grants: [{ tenantId: halls, role: 'owner' }],
  });
  expect((await elsewhere.client.get('/site/export')).json?.code).toBe('forbidden');
  const setter = await addClient(site, { name: 'Setter', permissions: ['settings.write', 'stations.read'] });
  const asked = await askWith(site, await tokenOf(site, setter), { path: '/site/export' });
  expect(asked.json).toMatchObject({ code: 'forbidden', detail: 'sessions.read' });
});

/** Makes one secret of each kind, and notes besides them everything sealed or hashed that the database holds. */
async function makeSecrets(): Promise<void> {
  secrets.set('password of the owner', OWNER.password);
  for (const value of site.api.cookies.values()) secrets.set('cookie', value);
  const client = await addClient(site, { name: 'Canary', permissions: ['stations.read'] });
  secrets.set('secret of a client', client.secret);
  secrets.set('access token', await tokenOf(site, client));
  const hook = { tenantId: 1, name: 'C', url: 'https://no-such-host.invalid/c', kinds: ['session-ended'] };
  const { json: webhook } = await site.api.post('/webhooks', hook);
  secrets.set('secret of a webhook', webhook.secret);
  const factor = (await site.api.post('/account/second-factor', { password: OWNER.password })).json;
  secrets.set('second factor', factor.secret);
  await site.api.post('/stations', { id: 'CANARY', password: 'canary-station-password' });
  secrets.set('password of a station', 'canary-station-password');
  await orderWithPasswords();
  const { json: person } = await site.api.post('/people', { name: 'Canary', tenantId: 1, grants: [] });
  secrets.set('start password', person.startPassword);
  for (const [name, kept] of await keptSecrets()) secrets.set(name, kept);
  for (const [what, secret] of secrets) if (secret.length < 8) throw new Error(`There is no ${what}`);
}

/** Orders that wait for a station, which needs the passwords in them. */
async function orderWithPasswords(): Promise<void> {
  const address = (password: string) => `ftp://maker:${password}@files.example/new.bin`;
  const wishes = {
    firmware: { kind: 'update-firmware', location: address('firmware-password') },
    diagnostics: { kind: 'get-diagnostics', location: address('diagnostics-password') },
    message: { kind: 'data-transfer', vendorId: 'V', data: '{"wifiPassword":"message-password"}' },
  };
  for (const [what, wish] of Object.entries(wishes)) {
    const { status, text } = await site.api.post('/stations/CANARY/commands', wish);
    if (status >= 300) throw new Error(`${what}: ${status} ${text}`);
    secrets.set(`password of ${what}`, `${what}-password`);
  }
  const open = (await site.store.load()).openCommands.filter(({ stationId }) => stationId === 'CANARY');
  for (const what of Object.keys(wishes)) expect(JSON.stringify(open)).toContain(`${what}-password`);
}

/** What the database holds in place of secrets. */
async function keptSecrets(): Promise<readonly (readonly [string, string])[]> {
  const { people, authorities, serverCertificates, signingKeys, webhooks } = await site.store.load();
  const sealed = [...authorities, ...serverCertificates, ...signingKeys].map(({ sealedKey }) => sealedKey);
  return [
    ...people.flatMap(({ name, passwordRecord }) =>
      passwordRecord === null ? [] : [[`record of ${name}`, passwordRecord] as const],
    ),
    ...[...sealed, ...webhooks.map(({ sealedSecret }) => sealedSecret)].map(
      (text, index) => [`sealed ${index}`, text] as const,
    ),
  ];
}

async function archive(): Promise<Buffer> {
  const cookie = [...site.api.cookies].map((pair) => pair.join('=')).join('; ');
  const answer = await fetch(new URL('/api/v1/site/export', site.server.uiUrl), { headers: { cookie } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await answer.arrayBuffer());
}

function textOf(name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`There is no ${name}`);
  return file.toString();
}

function linesOf(table: string): readonly Readonly<Record<string, unknown>>[] {
  return textOf(`tables/${table}.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

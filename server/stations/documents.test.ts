import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackGuarded } from '../imports/unpack-guard.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { eventually, OWNER, startSite, type TestSite } from '../testing/start-site.ts';

const DAY_MS = 86_400_000;
const JPEG = Buffer.from('ffd8ffe000104a46494600010100', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const WEBP = Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1');
const PDF = Buffer.from('%PDF-1.7\n%\xe2\xe3\n%%EOF\n', 'latin1');
const CSP = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
  for (const id of ['A', 'B']) await site.adopt(id);
});
afterAll(() => site.stop());

test.each([
  ['Zählerplatz “Süd”.jpg', JPEG, 'jpeg', 'image/jpeg'],
  ['plan.png', PNG, 'png', 'image/png'],
  ['plan.webp', WEBP, 'webp', 'image/webp'],
  ['Prüfprotokoll.pdf', PDF, 'pdf', 'application/pdf'],
])('%s comes back byte by byte, as what it is', async (name, bytes, kind, type) => {
  const added = await add('A', name, bytes);
  expect(added).toMatchObject({
    status: 201,
    json: { stationId: 'A', kind, bytes: bytes.length, addedBy: OWNER.name },
  });
  const { items } = (await site.api.get('/stations/A/documents')).json;
  expect(items[0]).toEqual(added.json);
  const file = await fileOf(added.json.id);
  expect(file.bytes).toEqual(bytes);
  expect(file.headers).toMatchObject({
    'content-type': type,
    'content-length': String(bytes.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': CSP,
    'cache-control': 'no-store',
  });
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="/);
  expect(await readFile(join(folder(), added.json.sha256))).toEqual(bytes);
});

test('a name keeps the letters of its language, in the list and where it is saved', async () => {
  const { json } = await add('A', 'Zählerplatz “Süd”.jpg', JPEG);
  expect(json.name).toBe('Zählerplatz _Süd_.jpg');
  const { headers } = await fileOf(json.id);
  expect(headers['content-disposition']).toBe(
    'attachment; filename="Zahlerplatz _Sud_.jpg"; filename*=UTF-8\'\'Z%C3%A4hlerplatz%20_S%C3%BCd_.jpg',
  );
});

test('a picture may be shown in a page; a PDF never is', async () => {
  const picture = await fileOf((await add('A', 'p.png', PNG)).json.id, '?shown=inline');
  expect(picture.headers['content-disposition']).toBe('inline; filename="p.png"');
  expect(picture.headers['content-security-policy']).toBe(CSP);
  const document = await fileOf((await add('A', 'p.pdf', PDF)).json.id, '?shown=inline');
  expect(document.headers['content-disposition']).toBe('attachment; filename="p.pdf"');
});

test('what is inside decides: a page is no picture, whatever it is called', async () => {
  const before = (await site.api.get('/stations/A/documents')).json.items.length;
  const page = '<html><script>alert(1)</script></html>';
  for (const body of [page, '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', ''])
    expect(await add('A', 'photo.jpg', Buffer.from(body))).toMatchObject({
      status: 422,
      json: { code: 'document-kind' },
    });
  const asPage = { text: page, headers: { 'content-type': 'text/html' } };
  expect((await site.api.send('POST', '/api/v1/stations/A/documents', asPage)).json.code).toBe(
    'unsupported-media-type',
  );
  // A picture under the name of a page is saved as a picture.
  expect((await add('A', 'page.html', PNG)).json).toMatchObject({
    kind: 'png',
    name: 'page.html.png',
  });
  expect((await site.api.get('/stations/A/documents')).json.items).toHaveLength(before + 1);
});

test('what is too large is refused before it is read', async () => {
  const large = await site.api.send('POST', '/api/v1/stations/A/documents', {
    headers: { 'content-type': 'image/png', 'content-length': '20000001' },
  });
  expect(large.json).toMatchObject({ code: 'payload-too-large' });
});

test('the same bytes at two stations are one file, and stay as long as one of them needs it', async () => {
  const bytes = Buffer.concat([PDF, Buffer.from('shared')]);
  const [one, other] = [(await add('A', 'one.pdf', bytes)).json, (await add('B', 'other.pdf', bytes)).json];
  expect(one.sha256).toBe(other.sha256);
  const { json: lonely } = await add('B', 'lonely.pdf', Buffer.concat([PDF, Buffer.from('lonely')]));
  for (const { id } of [one, lonely]) await site.api.delete(`/station-documents/${id}`);
  await afterDays(31);
  await eventually(async () => !(await readdir(folder())).includes(lonely.sha256));
  expect((await fileOf(other.id)).bytes).toEqual(bytes);
  await site.api.delete(`/station-documents/${other.id}`);
  await afterDays(31);
  await eventually(async () => !(await readdir(folder())).includes(other.sha256));
});

test('what was removed is out of sight, comes back for thirty days, and then is gone from the disk', async () => {
  const bytes = Buffer.concat([PNG, Buffer.from('to be removed')]);
  const { json: document } = await add('B', 'old.png', bytes);
  const path = `/station-documents/${document.id}`;
  expect((await site.api.delete(path)).status).toBe(200);
  expect((await site.api.get(`${path}/file`)).status).toBe(404);
  expect((await site.api.delete(path)).status).toBe(404);
  expect(await namesAt('B')).not.toContain('old.png');
  await afterDays(29);
  expect((await site.api.post(`${path}/restore`)).json).toEqual(document);
  expect((await fileOf(document.id)).bytes).toEqual(bytes);
  expect(await namesAt('B')).toContain('old.png');

  await site.api.delete(path);
  await afterDays(30);
  await eventually(async () => !(await readdir(folder())).includes(document.sha256));
  expect((await site.api.post(`${path}/restore`)).json.code).toBe('not-found');
});

test('the logbook says who did what to which file, with before and after', async () => {
  const { json: document } = await add('A', 'Typenschild.jpg', JPEG);
  await site.api.delete(`/station-documents/${document.id}`);
  await site.api.post(`/station-documents/${document.id}/restore`);
  const { items } = (await site.api.get('/logbook?limit=3&stationId=A')).json;
  expect(items).toMatchObject(
    [
      { kind: 'document-restored', changed: [{ before: { removedAt: expect.any(String) } }] },
      { kind: 'document-removed', changed: [{ after: { removedAt: expect.any(String) } }] },
      {
        kind: 'document-added',
        changed: [{ before: null, after: { name: 'Typenschild.jpg', kind: 'jpeg' } }],
      },
    ].map((entry) => ({ ...entry, actor: OWNER.name, stationId: 'A', facts: { file: 'Typenschild.jpg' } })),
  );
});

test('of another branch there is nothing, and whoever may only look does not add or remove', async () => {
  const { json: document } = await add('A', 'secret.pdf', PDF);
  const north = (await site.api.post('/tenants', { parentId: 1, name: 'Nord', kind: 'site' })).json.id;
  const elsewhere = await signedInPerson(site, {
    name: 'Owner of the north',
    tenantId: north,
    grants: [{ tenantId: north, role: 'owner' }],
  });
  const file = `/station-documents/${document.id}/file`;
  const removal = `/station-documents/${document.id}`;
  for (const path of ['/stations/A/documents', file])
    expect([path, (await elsewhere.client.get(path)).json.code]).toEqual([path, 'not-found']);
  expect((await elsewhere.client.delete(removal)).json.code).toBe('not-found');

  const viewer = await signedInPerson(site, {
    name: 'Viewer',
    grants: [{ tenantId: 1, role: 'viewer' }],
  });
  expect((await viewer.client.get(file)).status).toBe(200);
  expect((await viewer.client.delete(removal)).json.code).toBe('forbidden');
  expect((await viewer.client.post(`${removal}/restore`)).json.code).toBe('forbidden');
  const sent = { text: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } };
  const adding = await viewer.client.send('POST', '/api/v1/stations/A/documents', sent);
  expect(adding.json.code).toBe('forbidden');
});

test('everything that leaves as an archive has the files along, without those that were removed', async () => {
  const { json: kept } = await add('B', 'Übergabe.pdf', PDF);
  const { json: removed } = await add('B', 'Entwurf.pdf', Buffer.concat([PDF, Buffer.from('draft')]));
  await site.api.delete(`/station-documents/${removed.id}`);
  const answer = await ask('/site/export');
  const entries = (await unpackGuarded(Buffer.from(await answer.arrayBuffer()))) ?? [];
  const files = new Map(entries.map(({ name, bytes }) => [name, bytes]));
  expect(files.get(`documents/${kept.id}-Übergabe.pdf`)).toEqual(PDF);
  expect([...files.keys()].filter((name) => name.endsWith('Entwurf.pdf'))).toEqual([]);
  expect(String(files.get('tables/station_document.jsonl'))).toContain('Übergabe.pdf');
});

test('a restart keeps them; a file that somebody has taken away is missed by name', async () => {
  const { json: document } = await add('B', 'restart.jpg', Buffer.concat([JPEG, Buffer.from('restart')]));
  await site.restart();
  expect(await namesAt('B')).toContain('restart.jpg');
  expect((await fileOf(document.id)).bytes.subarray(0, 3)).toEqual(JPEG.subarray(0, 3));
  await rm(join(folder(), document.sha256));
  expect((await site.api.get(`/station-documents/${document.id}/file`)).json).toMatchObject({
    code: 'document-lost',
    detail: 'restart.jpg',
  });
});

test('a disk that does not take a file is said to be so, and nothing is in the list', async () => {
  const bytes = Buffer.concat([PDF, Buffer.from('in the way')]);
  const inTheWay = join(folder(), `${sha256(bytes)}.part`);
  await mkdir(join(inTheWay, 'x'), { recursive: true });
  expect((await add('B', 'blocked.pdf', bytes)).json.code).toBe('store-failed');
  expect(await namesAt('B')).not.toContain('blocked.pdf');
  await rm(inTheWay, { recursive: true });
  expect((await add('B', 'blocked.pdf', bytes)).status).toBe(201);
});

test('all files together may fill two gigabytes', async () => {
  const { json: document } = await add('B', 'large.pdf', Buffer.concat([PDF, Buffer.from('large')]));
  const [row] = (await site.store.load()).documents.filter(({ id }) => id === document.id);
  if (row === undefined) throw new Error('It is not there');
  // As if it had been as large.
  await site.store.submit({
    decide: () => ({
      changes: [{ kind: 'save-document', document: { ...row, bytes: 2_000_000_000 - 10 } }],
      value: undefined,
    }),
    undo: () => undefined,
  });
  await site.restart();
  expect((await add('A', 'one-more.pdf', Buffer.concat([PDF, Buffer.from('one more')]))).json).toMatchObject({
    code: 'documents-full',
    status: 409,
  });
});

function folder(): string {
  return join(site.folder, 'data', 'documents');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Sent as a photo, whatever it is: what is inside decides. */
async function add(stationId: string, name: string, bytes: Buffer) {
  const answer = await ask(`/stations/${stationId}/documents?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'image/jpeg' },
  });
  return { status: answer.status, json: await answer.json() };
}

async function fileOf(id: number, query = '') {
  const answer = await ask(`/station-documents/${id}/file${query}`);
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { bytes, headers: Object.fromEntries(answer.headers) };
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...site.api.cookies].map((pair) => pair.join('=')).join('; ');
  return fetch(new URL(`/api/v1${path}`, site.server.uiUrl), {
    ...init,
    headers: { ...(init.headers as Record<string, string>), cookie },
  });
}

async function namesAt(stationId: string): Promise<readonly string[]> {
  const { items } = (await site.api.get(`/stations/${stationId}/documents`)).json;
  return items.map(({ name }: { name: string }) => name);
}

/** Lets time pass, for the sign-in as well, and lets the program look at its deadlines. */
async function afterDays(days: number): Promise<void> {
  site.clock.advance(days * DAY_MS);
  await site.api.post('/sign-in', OWNER);
  site.server.resumed();
}

import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('A');
  desk = serviceDesk(site, 'A');
  station.answers('GetDiagnostics', () => ({ fileName: 'diagnostics.tar.gz' }));
});
afterEach(() => site.stop());

test('diagnostics come to this program, are kept and handed out, and their arrival is the effect', async () => {
  const ordered = await desk.order({ kind: 'get-diagnostics', from: '2026-11-20T00:00:00Z', retries: 2 });
  const { payload } = await asked('GetDiagnostics');
  expect(payload).toMatchObject({ startTime: '2026-11-20T00:00:00.000Z', retries: 2 });
  await desk.reaches(ordered.id, 'accepted');
  await station.ok('DiagnosticsStatusNotification', { status: 'Uploading' });
  await eventually(async () => (await latest()).progress === 'Uploading');
  const body = Buffer.from('the station is well\n'.repeat(10_000));
  expect(await put(`${payload.location}diagnostics.tar.gz`, body)).toBe(201);
  await desk.reaches(ordered.id, 'in-effect');
  await station.ok('DiagnosticsStatusNotification', { status: 'Uploaded' });
  const [upload] = (await desk.get('uploads')).items;
  expect(upload).toMatchObject({
    of: 'diagnostics',
    state: 'received',
    fileName: 'diagnostics.tar.gz',
    bytes: body.length,
    askedBy: 'Mara Weber',
  });
  const file = await site.api.get(`/uploads/${upload.id}/file`);
  expect(file.text).toBe(body.toString());
  expect(file.headers['content-disposition']).toBe('attachment; filename="A-diagnostics.tar.gz"');
  expect((await site.stranger().get(`/uploads/${upload.id}/file`)).status).toBe(401);
  expect((await site.api.delete(`/uploads/${upload.id}`)).status).toBe(200);
  expect((await site.api.get(`/uploads/${upload.id}/file`)).status).toBe(404);
  expect(await readdir(join(site.folder, 'data', 'uploads'))).toEqual([]);
});

test('files come over the port that was opened for them in the firewall, as long as nobody has taken it', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  for (const isTaken of [true, false]) {
    if (!isTaken) taken.close();
    await site.stop();
    site = await startSite({ config: { uploadPort: port } });
    station = await site.station('A');
    station.answers('GetDiagnostics', () => ({ fileName: 'diagnostics.tar.gz' }));
    await serviceDesk(site, 'A').order({ kind: 'get-diagnostics' });
    const { location } = (await asked('GetDiagnostics')).payload;
    expect(Number(new URL(String(location)).port) === port).toBe(!isTaken);
    expect(await put(String(location), 'x')).toBe(201);
  }
});

test('an address takes one file, from whoever knows it, and nothing else', async () => {
  const ordered = await desk.order({ kind: 'get-diagnostics' });
  const location = String((await asked('GetDiagnostics')).payload.location);
  const guessed = location.replace(/upload\/.{4}/, 'upload/AAAA');
  expect(await put(guessed, 'x')).toBe(404);
  expect(await put(location, 'x', { method: 'GET' })).toBe(405);
  expect(await put(location, 'x', { headers: { 'content-length': '100000001' } })).toBe(413);
  expect(await put(`${location}../../etc/passwd`, 'first')).toBe(201);
  expect(await put(location, 'second')).toBe(404);
  await desk.reaches(ordered.id, 'in-effect');
  const [upload] = (await desk.get('uploads')).items;
  expect(upload.fileName).not.toContain('/');
  expect((await site.api.get(`/uploads/${upload.id}/file`)).text).toBe('first');
});

test('a file that is sent as web forms do is unwrapped', async () => {
  await desk.order({ kind: 'get-diagnostics' });
  const { payload } = await asked('GetDiagnostics');
  const form = new FormData();
  const contents = 'line\r\n--no boundary\r\n'.repeat(1_000);
  form.append('file', new Blob([contents]), 'log of today.txt');
  const answer = await fetch(String(payload.location), { method: 'POST', body: form });
  expect(answer.status).toBe(201);
  const [upload] = (await desk.get('uploads')).items;
  expect(upload).toMatchObject({ fileName: 'log of today.txt', bytes: contents.length });
  expect((await site.api.get(`/uploads/${upload.id}/file`)).text).toBe(contents);
});

test('a station with nothing to send, or that fails to send it, says so', async () => {
  station.answers('GetDiagnostics', () => ({}));
  const nothing = await desk.order({ kind: 'get-diagnostics' });
  await desk.reaches(nothing.id, 'rejected');
  station.answers('GetDiagnostics', () => ({ fileName: 'x' }));
  const failing = await desk.order({ kind: 'get-diagnostics', location: 'ftp://user:secret@10.0.0.5/logs' });
  await desk.reaches(failing.id, 'accepted');
  expect(station.asked.at(-1)?.payload).toEqual({ location: 'ftp://user:secret@10.0.0.5/logs' });
  await station.ok('DiagnosticsStatusNotification', { status: 'UploadFailed' });
  expect(await desk.reaches(failing.id, 'failed')).toMatchObject({ answer: 'UploadFailed' });
  // The station has to know the password; nothing that is kept does.
  const kept = JSON.stringify([
    await site.store.reads.listCommands({ limit: 9 }),
    await site.store.reads.journal({ limit: 99 }),
  ]);
  expect(kept).toContain('10.0.0.5');
  expect(kept).not.toContain('secret');
  const wrong = await desk.refused({ kind: 'get-diagnostics', location: 'no address' });
  expect(wrong.code).toBe('invalid-request');
});

test('the address closes with the order: what the station refused or could not send is awaited no more', async () => {
  station.answers('GetDiagnostics', () => ({}));
  const refused = await desk.order({ kind: 'get-diagnostics' });
  const { payload } = await asked('GetDiagnostics');
  await desk.reaches(refused.id, 'rejected');
  expect(await put(String(payload.location), 'x').catch(() => 404)).toBe(404);
  expect((await desk.get('uploads')).items[0]).toMatchObject({ state: 'missed' });
});

test('a file that is still on its way when its upload is removed is not kept', async () => {
  await desk.order({ kind: 'get-diagnostics' });
  const { payload } = await asked('GetDiagnostics');
  const [upload] = (await desk.get('uploads')).items;
  const { hostname, port, pathname } = new URL(String(payload.location));
  const sending = request({ hostname, port, path: pathname, method: 'PUT', agent: false });
  const status = new Promise((resolve) => sending.on('response', (answer) => resolve(answer.statusCode)));
  sending.write('the first half');
  const folder = join(site.folder, 'data', 'uploads');
  await eventually(async () => (await readdir(folder).catch(() => [])).length === 1);
  expect((await site.api.delete(`/uploads/${upload.id}`)).status).toBe(200);
  sending.end('the second half');
  expect(await status).toBe(404);
  await eventually(async () => (await readdir(folder)).length === 0);
  expect((await desk.get('uploads')).items[0]).toMatchObject({ state: 'removed' });
});

test('a disk that does not take a file is a fault of ours, and the station may try again', async () => {
  await desk.order({ kind: 'get-diagnostics' });
  const { payload } = await asked('GetDiagnostics');
  const folder = join(site.folder, 'data', 'uploads');
  await writeFile(folder, 'in the way');
  expect(await put(String(payload.location), 'x')).toBe(500);
  await rm(folder);
  expect(await put(String(payload.location), 'x')).toBe(201);
});

test('a log is followed by the number of its request', async () => {
  station.answers('GetLog', () => ({ status: 'Accepted', filename: 'security.log' }));
  const location = 'http://10.0.0.5/logs';
  const first = await desk.order({ kind: 'get-log', log: 'SecurityLog', location });
  const second = await desk.order({ kind: 'get-log', log: 'DiagnosticsLog', location });
  await desk.reaches(second.id, 'accepted');
  const [one, two] = station.asked.map(({ payload }) => payload);
  expect(one).toMatchObject({ logType: 'SecurityLog', log: { remoteLocation: location } });
  expect(two?.requestId).not.toBe(one?.requestId);
  await station.ok('LogStatusNotification', { status: 'Uploaded', requestId: one?.requestId });
  await desk.reaches(first.id, 'in-effect');
  await desk.reaches(second.id, 'accepted');
  await station.ok('LogStatusNotification', { status: 'PermissionDenied', requestId: two?.requestId });
  expect(await desk.reaches(second.id, 'failed')).toMatchObject({ answer: 'PermissionDenied' });
});

test('the address still holds after a restart, and closes when its time is over', async () => {
  await desk.order({ kind: 'get-diagnostics' });
  const first = String((await asked('GetDiagnostics')).payload.location);
  await site.restart();
  site.server.resumed();
  await eventually(async () => (await put(first, 'late').catch(() => 0)) === 201);
  station = await site.station('A');
  station.answers('GetDiagnostics', () => ({ fileName: 'x' }));
  await desk.order({ kind: 'get-diagnostics' });
  const second = String((await asked('GetDiagnostics')).payload.location);
  site.clock.advance(3 * 3_600_000);
  site.server.resumed();
  await eventually(async () => (await desk.get('uploads')).items[0].state === 'missed');
  await eventually(async () => (await put(second, 'x').catch(() => 'shut')) === 'shut');
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function latest(): Promise<any> {
  return (await site.api.get('/commands')).json.items[0];
}

function asked(action: string) {
  return eventually(async () => station.asked.find((one) => one.action === action));
}

function put(
  url: string,
  body: string | Buffer,
  more: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    // As it stands: URL would take the dots out of a path.
    const path = url.slice(url.indexOf('/upload/'));
    const sent = request(
      { hostname, port, path, method: more.method ?? 'PUT', headers: more.headers ?? {}, agent: false },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    if (more.headers === undefined) sent.end(body);
    else sent.write(body);
  });
}

import { afterEach, expect, test } from 'vitest';
import { connectRaw } from '#ocpp/test-server.ts';
import { createRestClient } from '../testing/rest-client.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation } from '../testing/test-station.ts';

let site: TestSite;

afterEach(() => site.stop());

test('whoever is turned away is listed with the reason', async () => {
  site = await startSite();
  await site.adopt('OPEN');
  const base = site.server.ocppUrl.replace('/ocpp/', '');
  await expect(connectRaw(`${base}/ocpp/NEW`)).rejects.toThrow('404');
  await expect(connectRaw(`${base}/steve/NEW2`)).rejects.toThrow('404');
  await expect(connectRaw(`${base}/ocpp/OPEN`, { protocols: [] })).rejects.toThrow('400');
  await expect(connectRaw(`${base}/ocpp/NEW3`, { protocols: ['ocpp2.0.1'] })).rejects.toThrow('400');
  expect((await knocks()).map(({ key, reason, adoptable }) => [key, reason, adoptable])).toEqual([
    ['NEW3', 'other-subprotocol', false],
    ['OPEN', 'no-subprotocol', false],
    ['/steve/NEW2', 'wrong-path', false],
    ['NEW', 'unknown-station', true],
  ]);
  await eventually(async () => (await refusals()).length === 4);
  expect((await site.api.delete(`/knocks/${encodeURIComponent('/steve/NEW2')}`)).status).toBe(200);
  expect((await site.api.delete(`/knocks/${encodeURIComponent('/steve/NEW2')}`)).status).toBe(404);
  expect(await knocks()).toHaveLength(3);
});

test('an identity of more than 48 characters is not offered and not adopted', async () => {
  site = await startSite();
  const [longest, longer] = ['L'.repeat(48), 'L'.repeat(49)];
  for (const id of [longest, longer])
    await expect(connectStation(site.server.ocppUrl, id)).rejects.toThrow('404');
  expect((await knocks()).map(({ stationId, adoptable }) => [stationId, adoptable])).toEqual([
    [longer, false],
    [longest, true],
  ]);
  expect((await site.api.post('/stations', { id: longer })).status).toBe(400);
  expect((await site.api.post('/stations', { id: longest })).status).toBe(201);
});

test('the same attempt again and again is one knock that counts, and one line in the logbook', async () => {
  site = await startSite();
  for (let attempt = 0; attempt < 5; attempt += 1)
    await expect(connectStation(site.server.ocppUrl, 'NEW')).rejects.toThrow('404');
  expect(await knocks()).toMatchObject([{ key: 'NEW', count: 5 }]);
  expect(await eventually(async () => (await refusals()).length > 0 && refusals())).toHaveLength(1);
});

test('a knocking station is adopted by one click and is in with its next attempt', async () => {
  site = await startSite();
  await expect(connectStation(site.server.ocppUrl, 'RDAM 123/ä')).rejects.toThrow('404');
  const [knock] = await knocks();
  expect(knock).toMatchObject({
    stationId: 'RDAM 123/ä',
    adopted: false,
    sentPassword: false,
    protocols: ['ocpp1.6'],
  });
  expect((await site.api.post('/stations', { id: 'NEW' })).status).toBe(201);
  expect((await site.api.post('/stations', { id: 'NEW' })).json).toMatchObject({ code: 'station-exists' });
  const station = await site.station('NEW');
  await station.ok('Heartbeat', {});
  expect((await site.api.get('/stations/NEW')).json).toMatchObject({ online: true, protection: 'open' });
});

test('a station that knocked with a password has to know it from now on', async () => {
  site = await startSite();
  const { ocppUrl } = site.server;
  await expect(connectStation(ocppUrl, 'A', { password: 'secret-of-a' })).rejects.toThrow('404');
  expect(await knocks()).toMatchObject([{ sentPassword: true }]);
  await site.adopt('A');
  expect((await site.api.get('/stations/A')).json).toMatchObject({ protection: 'password' });
  await expect(connectStation(ocppUrl, 'A')).rejects.toThrow('401');
  await expect(connectStation(ocppUrl, 'A', { password: 'guess' })).rejects.toThrow('401');
  expect(await knocks()).toMatchObject([{ reason: 'wrong-password', adopted: true, adoptable: false }]);
  // Once it is in it knocks no more.
  await (await connectStation(ocppUrl, 'A', { password: 'secret-of-a' })).ok('Heartbeat', {});
  expect(await knocks()).toEqual([]);
});

test('where a password is asked for, ids cannot be probed: unknown and wrong get the same answer', async () => {
  site = await startSite();
  const { ocppUrl } = site.server;
  await expect(connectStation(ocppUrl, 'X', { password: 'guess-guess' })).rejects.toThrow('404');
  await site.adopt('A', { password: 'secret-of-a' });
  await expect(connectStation(ocppUrl, 'X', { password: 'guess-guess' })).rejects.toThrow('401');
  await expect(connectStation(ocppUrl, 'X')).rejects.toThrow('401');
  await expect(connectStation(ocppUrl, 'A')).rejects.toThrow('401');
});

test('the user name is the identity of the station', async () => {
  site = await startSite();
  await site.adopt('A', { password: 'secret-of-a' });
  const authorization = `Basic ${Buffer.from('B:secret-of-a').toString('base64')}`;
  await expect(connectRaw(`${site.server.ocppUrl}A`, { headers: { authorization } })).rejects.toThrow('401');
});

test('guessing is slowed before anything is hashed, and does not keep the other stations out', async () => {
  site = await startSite();
  const { ocppUrl } = site.server;
  await site.adopt('A', { password: 'secret-of-a' });
  await site.adopt('B', { password: 'secret-of-b' });
  const answers: string[] = [];
  for (let guess = 0; guess < 9; guess += 1)
    answers.push(await connectStation(ocppUrl, 'A', { password: `guess-${guess}` }).then(() => 'in', String));
  expect(answers.filter((answer) => answer.includes('401'))).toHaveLength(5);
  expect(answers.filter((answer) => answer.includes('503'))).toHaveLength(4);
  const other = await connectStation(ocppUrl, 'B', { password: 'secret-of-b' });
  await other.ok('Heartbeat', {});
  site.clock.advance(61_000);
  await (await connectStation(ocppUrl, 'A', { password: 'secret-of-a' })).ok('Heartbeat', {});
});

test('a station that was in before gets in at once, however much others guess at its name', async () => {
  site = await startSite();
  const { ocppUrl } = site.server;
  await site.adopt('A', { password: 'secret-of-a' });
  const station = await connectStation(ocppUrl, 'A', { password: 'secret-of-a' });
  await Promise.all(
    Array.from({ length: 12 }, (_, guess) =>
      connectStation(ocppUrl, 'A', { password: `${guess}` }).catch(() => null),
    ),
  );
  await station.ok('Heartbeat', {});
  await station.hangUp();
  await (await connectStation(ocppUrl, 'A', { password: 'secret-of-a' })).ok('Heartbeat', {});
});

// macOS has no loopback addresses but 127.0.0.1.
test.skipIf(process.platform === 'darwin')(
  'wrong guesses from elsewhere do not shut out the station itself',
  async () => {
    site = await startSite();
    const { ocppUrl } = site.server;
    await site.adopt('A', { password: 'secret-of-a' });
    const guesses = Array.from({ length: 12 }, (_, guess) =>
      connectStation(ocppUrl, 'A', { password: `guess-${guess}`, from: '127.0.0.2' }).then(
        () => 'in',
        String,
      ),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer.includes('503')).length).toBeGreaterThan(0);
    await (await connectStation(ocppUrl, 'A', { password: 'secret-of-a' })).ok('Heartbeat', {});
  },
);

test('nobody takes the line of a station that has proven itself', async () => {
  site = await startSite();
  const { ocppUrl } = site.server;
  await site.adopt('A', { password: 'secret-of-a' });
  const station = await connectStation(ocppUrl, 'A', { password: 'secret-of-a' });
  const attempts = Array.from({ length: 40 }, (_, index) =>
    connectStation(ocppUrl, 'A', index % 2 === 0 ? {} : { password: `guess-${index}` }).then(
      () => 'in',
      () => 'out',
    ),
  );
  expect(new Set(await Promise.all(attempts))).toEqual(new Set(['out']));
  await station.ok('Heartbeat', {});
  // The station itself may: its new line replaces the old one.
  const again = await connectStation(ocppUrl, 'A', { password: 'secret-of-a' });
  await again.ok('Heartbeat', {});
  await eventually(async () => station.socket.readyState === station.socket.CLOSED);
  expect((await site.api.get('/stations/A')).json).toMatchObject({ online: true });
});

test('a new password counts from the next connection on, and is shown once', async () => {
  site = await startSite();
  const { ocppUrl } = site.server;
  const station = await site.station('A');
  const { json } = await site.api.post('/stations/A/password', {});
  expect(json.password).toMatch(/^[\x21-\x7e]{20}$/);
  await station.ok('Heartbeat', {});
  await station.hangUp();
  await expect(connectStation(ocppUrl, 'A')).rejects.toThrow('401');
  await (await connectStation(ocppUrl, 'A', { password: json.password })).hangUp();
  expect((await site.api.post('/stations/A/password', { password: null })).json).toEqual({ password: null });
  await (await connectStation(ocppUrl, 'A')).ok('Heartbeat', {});
});

test('a station retired while it charges is shut out; its session waits for a decision, and it may come back', async () => {
  site = await startSite();
  await site.adopt('A', { password: 'secret-of-a', name: 'Left' });
  const station = await connectStation(site.server.ocppUrl, 'A', { password: 'secret-of-a' });
  const timestamp = new Date().toISOString();
  await station.ok('StartTransaction', { connectorId: 1, idTag: 'C', meterStart: 0, timestamp });
  expect((await site.api.post('/stations/A/retire', {})).json.retiredAt).not.toBeNull();
  await eventually(async () => station.socket.readyState === station.socket.CLOSED);
  await expect(connectStation(site.server.ocppUrl, 'A', { password: 'secret-of-a' })).rejects.toThrow('401');
  expect((await site.api.get('/stations')).json.items).toEqual([]);
  expect((await site.api.get('/stations?retired=true')).json.items).toHaveLength(1);
  expect((await site.api.post('/stations/A/commands', { kind: 'reset', type: 'Soft' })).json.code).toBe(
    'station-retired',
  );
  expect((await site.api.get('/sessions')).json.items).toMatchObject([
    { state: 'running', stationName: 'Left' },
  ]);
  site.clock.advance(49 * 3_600_000);
  await eventually(async () => {
    site.server.resumed();
    return (await site.api.get('/sessions')).json.items[0].state === 'needs-decision';
  });
  // Adopted again, it still has to know its password, and has kept its name.
  await site.adopt('A');
  expect((await site.api.get('/stations/A')).json).toMatchObject({
    protection: 'password',
    name: 'Left',
    retiredAt: null,
  });
  await (await connectStation(site.server.ocppUrl, 'A', { password: 'secret-of-a' })).ok('Heartbeat', {});
});

test('a station that was on the line before may begin with a stop of any length, also after a restart', async () => {
  site = await startSite();
  const long = Array.from({ length: 1_500 }, () => ({ timestamp: ago(90), sampledValue: [{ value: '10' }] }));
  expect(JSON.stringify(long).length).toBeGreaterThan(80_000);
  const station = await site.station('A');
  const begin = { connectorId: 1, idTag: 'C', meterStart: 0, timestamp: ago(120) };
  const { transactionId } = await station.ok('StartTransaction', begin);
  await station.hangUp();
  await eventually(async () => (await site.api.get('/stations/A')).json.online === false);
  await site.restart();
  const returning = await site.station('A');
  const stop = { transactionId, meterStop: 5_000, timestamp: ago(60), transactionData: long };
  expect(await returning.ok('StopTransaction', stop)).toEqual({});
  // Nobody knows yet who a new one is.
  const stranger = await site.station('B');
  expect(await stranger.call('StopTransaction', stop)).toEqual({ kind: 'closed', code: 1009 });
});

test.each(['__proto__', 'constructor', 'A%2FB', 'Tür 7', '100 %', 'ä'.repeat(48)])(
  'a station may be called %s',
  async (id) => {
    site = await startSite();
    const station = await site.station(id);
    await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
    await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
    const timestamp = new Date().toISOString();
    await station.ok('StartTransaction', { connectorId: 1, idTag: 'C', meterStart: 0, timestamp });
    const at = `/stations/${encodeURIComponent(id)}`;
    expect((await site.api.get(at)).json).toMatchObject({
      id,
      online: true,
      connectors: [{ connectorId: 1 }],
    });
    expect((await site.api.patch(at, { name: 'Renamed' })).json).toMatchObject({ id, name: 'Renamed' });
    expect((await site.api.get(`/sessions?stationId=${encodeURIComponent(id)}`)).json.items).toHaveLength(1);
    expect(
      (await site.api.get(`/logbook?stationId=${encodeURIComponent(id)}`)).json.items.length,
    ).toBeGreaterThan(2);
    const stranger = `${id.slice(0, 250)}-2`;
    await expect(connectStation(site.server.ocppUrl, stranger)).rejects.toThrow('404');
    expect((await site.api.delete(`/knocks/${encodeURIComponent(stranger)}`)).status).toBe(200);
  },
);

test('an attacker who invents names fills no logbook, and what befalls our own stations is in it', async () => {
  site = await startSite();
  await site.adopt('A', { password: 'secret-of-a' });
  await site.adopt('B', { password: 'secret-of-b' });
  for (let name = 0; name < 20; name += 1)
    await connectStation(site.server.ocppUrl, `X-${name}`).catch(() => null);
  for (const id of ['A', 'B', 'A']) await connectStation(site.server.ocppUrl, id).catch(() => null);
  await eventually(async () => (await refusals()).length >= 3);
  expect(await refusals()).toHaveLength(3);
  site.clock.advance(3_600_000);
  await connectStation(site.server.ocppUrl, 'X-99').catch(() => null);
  await eventually(async () => (await refusals()).length === 4);
});

test('an attacker who invents names fills no memory', async () => {
  site = await startSite();
  for (let batch = 0; batch < 23; batch += 1)
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        connectStation(site.server.ocppUrl, `X-${batch}-${index}`).catch(() => null),
      ),
    );
  expect((await knocks()).length).toBe(200);
  expect((await createRestClient(site.server.uiUrl).get('/knocks')).status).toBe(401);
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function knocks(): Promise<any[]> {
  return (await site.api.get('/knocks')).json.items;
}

async function refusals(): Promise<unknown[]> {
  const { items } = (await site.api.get('/logbook')).json;
  return items.filter(({ kind }: { kind: string }) => kind === 'connection-refused');
}

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

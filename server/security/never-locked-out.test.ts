import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation, type TestStation } from '../testing/test-station.ts';
import { openTlsSite, type TlsSite } from '../testing/tls-site.ts';

const PASSWORD = 'the-right-password';
let site: TestSite;
let tls: TlsSite;
let count = 0;
/** Each test has a station of its own. */
let id: string;

beforeAll(async () => {
  site = await startSite();
  tls = await openTlsSite(site);
});
beforeEach(() => {
  id = `S${++count}`;
});
afterAll(() => site.stop());

function plain(password: string): Promise<TestStation> {
  return connectStation(site.server.ocppUrl, id, { password });
}

function overTls(password: string): Promise<TestStation> {
  return connectStation(tls.url, id, { password, tls: { ca: tls.root } });
}

async function isLetIn(coming: Promise<TestStation>): Promise<boolean> {
  const station = await coming.catch(() => null);
  await station?.hangUp();
  return station !== null;
}

async function security() {
  return (await site.api.get(`/stations/${id}/security`)).json;
}

/** The code of the problem that a call to the station's security was answered with. */
async function problemOf(path: string, body: object = {}): Promise<string | undefined> {
  return (await site.api.post(`/stations/${id}${path}`, body)).json.code;
}

/** Does as it is told with every new key unless `replies` says otherwise, and tells which keys it was sent. */
function keysTaken(
  station: TestStation,
  replies: readonly ('take' | 'refuse' | 'fail')[] = [],
): readonly string[] {
  const keys: string[] = [];
  station.answers('ChangeConfiguration', ({ key, value }) => {
    if (key !== 'AuthorizationKey') return { status: 'Accepted' };
    const reply = replies[keys.push(String(value)) - 1];
    if (reply === 'refuse') return { status: 'Rejected' };
    if (reply !== 'fail') return { status: 'Accepted' };
    setImmediate(() =>
      station.socket.send(JSON.stringify([4, station.lastAskedId, 'InternalError', '', {}])),
    );
    return null;
  });
  return keys;
}

function profilesAsked({ asked }: TestStation): readonly unknown[] {
  return asked.filter(({ payload }) => payload.key === 'SecurityProfile').map(({ payload }) => payload.value);
}

describe('a station on its way to a higher profile', () => {
  test('is not asked to take another one before it has come: it would be lost with the first', async () => {
    const station = await site.station(id);
    const keys = keysTaken(station);
    await site.api.post(`/stations/${id}/security/upgrade`, { profile: 1 });
    expect(await problemOf('/security/upgrade', { profile: 2 })).toBe('upgrade-under-way');
    expect(profilesAsked(station)).toEqual(['1']);
    await station.hangUp();
    expect(await isLetIn(plain(String(keys[0])))).toBe(true);
    expect((await security()).profile).toBe(1);
  });

  test('keeps its password: none and another profile would be two doors, and it stands at neither', async () => {
    await site.adopt(id, { password: PASSWORD });
    const station = await plain(PASSWORD);
    await site.api.post(`/stations/${id}/security/upgrade`, { profile: 2 });
    expect(await problemOf('/password', { password: null })).toBe('upgrade-under-way');
    await station.hangUp();
    expect(await isLetIn(overTls(PASSWORD))).toBe(true);
  });

  test('is given no new key while it may come with the one it has just got', async () => {
    const station = await site.station(id);
    const keys = keysTaken(station);
    await site.api.post(`/stations/${id}/security/upgrade`, { profile: 2 });
    expect(await problemOf('/security/key')).toBe('key-change-under-way');
    await station.hangUp();
    expect(await isLetIn(overTls(String(keys[0])))).toBe(true);
  });
});

describe('a station over TLS', () => {
  test('keeps the root it recognises this program by, and may lose any other', async () => {
    await site.adopt(id, { password: PASSWORD });
    await site.api.post(`/stations/${id}/security/profile`, { profile: 2 });
    const station = await overTls(PASSWORD);
    const authority = (await site.api.get('/authority')).json;
    const root = { hashAlgorithm: 'SHA256', issuerNameHash: 'AB', issuerKeyHash: 'CD' };
    const ours = { ...root, serialNumber: authority.serial.toUpperCase() };
    expect(await problemOf('/security/roots/delete', ours)).toBe('root-needed');
    expect(station.asked.map(({ action }) => action)).not.toContain('DeleteCertificate');
    station.answers('DeleteCertificate', () => ({ status: 'Accepted' }));
    expect(await problemOf('/security/roots/delete', { ...root, serialNumber: '77' })).toBeUndefined();
    await station.hangUp();
  });
});

describe('a station without a password', () => {
  test('is not sent to TLS with a key that may never have arrived', async () => {
    const station = await site.station(id);
    keysTaken(station, ['fail', 'refuse']);
    await site.api.post(`/stations/${id}/security/key`);
    expect((await security()).newKey.state).toBe('no-answer');
    expect(await problemOf('/security/profile', { profile: 2 })).toBe('profile-needs-password');
    expect(await problemOf('/security/upgrade', { profile: 2 })).toBe('station-refused');
    expect(profilesAsked(station)).toEqual([]);
    await station.hangUp();
  });

  test('keeps the key it has taken when it refuses the next one', async () => {
    const station = await site.station(id);
    const keys = keysTaken(station, ['take', 'refuse']);
    await site.api.post(`/stations/${id}/security/key`);
    expect(await problemOf('/security/key')).toBe('station-refused');
    expect((await security()).newKey.state).toBe('accepted');
    await site.api.post(`/stations/${id}/security/upgrade`, { profile: 2 });
    await station.hangUp();
    expect(await isLetIn(overTls(String(keys[0])))).toBe(true);
  });
});

describe('a key that counts after a restart', () => {
  async function waitingKey(): Promise<TestStation> {
    await site.adopt(id, { password: PASSWORD });
    const station = await plain(PASSWORD);
    station.answers('ChangeConfiguration', () => ({ status: 'RebootRequired' }));
    expect((await site.api.post(`/stations/${id}/security/key`)).json).toEqual({ outcome: 'waiting' });
    return station;
  }

  const boot = { chargePointVendor: 'V', chargePointModel: 'M' };

  test('is kept through a boot that nobody ordered: the station may only have connected again', async () => {
    await (await waitingKey()).hangUp();
    const again = await plain(PASSWORD);
    await again.ok('BootNotification', boot);
    expect((await security()).newKey.state).toBe('accepted');
    await again.hangUp();
  });

  test('is nothing when the station has restarted as ordered and still has the old one', async () => {
    const station = await waitingKey();
    station.answers('Reset', () => ({ status: 'Accepted' }));
    await site.api.post(`/stations/${id}/commands`, { kind: 'reset', type: 'Hard' });
    while (!station.asked.some(({ action }) => action === 'Reset')) await station.ok('Heartbeat', {});
    await station.hangUp();
    const again = await plain(PASSWORD);
    await again.ok('BootNotification', boot);
    expect((await security()).newKey).toBeNull();
    const { items } = (await site.api.get(`/logbook?stationId=${id}`)).json;
    expect(items.find(({ kind }: { kind: string }) => kind === 'station-key').facts).toEqual({
      keyState: 'refused',
    });
    expect((await site.api.post(`/stations/${id}/security/key`)).json).toEqual({ outcome: 'accepted' });
    await again.hangUp();
  });

  test('is nothing when a person sets a password at the station', async () => {
    const station = await waitingKey();
    await site.api.post(`/stations/${id}/password`, { password: 'typed-in-by-hand' });
    expect((await security()).newKey).toBeNull();
    await station.hangUp();
    expect(await isLetIn(plain('typed-in-by-hand'))).toBe(true);
  });
});

test('certificates are not required of a station that has none', async () => {
  await site.adopt(id, { password: PASSWORD });
  expect(await problemOf('/security/profile', { profile: 3 })).toBe('profile-needs-certificate');
});

test('TLS is neither required nor asked for while no station could come over TLS', async () => {
  const closed = await startSite({ config: { ocppTlsPort: null } });
  await closed.adopt('A', { password: PASSWORD });
  const station = await closed.station('A', { password: PASSWORD });
  for (const path of ['upgrade', 'profile'])
    expect((await closed.api.post(`/stations/A/security/${path}`, { profile: 2 })).json.code).toBe(
      'no-tls-port',
    );
  expect(station.asked).toEqual([]);
  await closed.stop();
});

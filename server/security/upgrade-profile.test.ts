import type { ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
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

interface Way {
  readonly secure?: boolean;
  readonly password?: string;
  readonly identity?: ConnectionOptions;
}

function come({ secure = false, password, identity }: Way): Promise<TestStation> {
  return connectStation(secure ? tls.url : site.server.ocppUrl, id, {
    ...(password === undefined ? {} : { password }),
    tls: { ca: tls.root, ...identity },
  });
}

async function isLetIn(way: Way): Promise<boolean> {
  const station = await come(way).catch(() => null);
  await station?.hangUp();
  return station !== null;
}

const PLAIN: Way = { password: PASSWORD };
const TLS: Way = { password: PASSWORD, secure: true };

function upgrade(profile: number) {
  return site.api.post(`${at()}/upgrade`, { profile });
}

function at(): string {
  return `/stations/${id}/security`;
}

describe('a higher security profile over OCPP (security paper A05)', () => {
  test('from password to TLS: first the root, then the profile, then a restart; the old profile only until the new came', async () => {
    await site.adopt(id, { password: PASSWORD });
    expect(await isLetIn(TLS)).toBe(false);
    const station = await come(PLAIN);
    station.answers('GetInstalledCertificateIds', () => ({ status: 'NotFound' }));
    expect((await upgrade(2)).json).toEqual({ outcome: 'accepted' });
    expect(station.asked.map(({ action }) => action)).toEqual([
      'GetInstalledCertificateIds',
      'InstallCertificate',
      'ChangeConfiguration',
      'Reset',
    ]);
    expect(station.asked[1]?.payload).toEqual({
      certificateType: 'CentralSystemRootCertificate',
      certificate: tls.root,
    });
    expect(station.asked[2]?.payload).toEqual({ key: 'SecurityProfile', value: '2' });
    expect(station.asked[3]?.payload).toEqual({ type: 'Hard' });
    expect((await site.api.get(at())).json).toMatchObject({
      profile: 1,
      upgrade: { to: 2, state: 'accepted' },
    });
    await station.hangUp();
    expect(await isLetIn(PLAIN)).toBe(true);
    expect(await isLetIn(TLS)).toBe(true);
    expect(await isLetIn(PLAIN)).toBe(false);
    expect((await site.api.get(at())).json).toMatchObject({ profile: 2, upgrade: null });
    await site.restart();
    tls = await openTlsSite(site);
    expect(await isLetIn(PLAIN)).toBe(false);
    expect(await isLetIn(TLS)).toBe(true);
  });

  test('refused: the old profile stays, the higher one is not accepted', async () => {
    await site.adopt(id, { password: PASSWORD });
    const station = await come(PLAIN);
    station.answers('ChangeConfiguration', () => ({ status: 'Rejected' }));
    expect((await upgrade(2)).json.code).toBe('station-refused');
    expect(station.asked.some(({ action }) => action === 'Reset')).toBe(false);
    expect(await isLetIn(TLS)).toBe(false);
    expect(await isLetIn(PLAIN)).toBe(true);
  });

  test('a station that refuses our root is not sent where it could not recognise us', async () => {
    await site.adopt(id, { password: PASSWORD });
    const station = await come(PLAIN);
    station.answers('InstallCertificate', () => ({ status: 'Rejected' }));
    expect((await upgrade(2)).json).toMatchObject({ code: 'station-refused', detail: 'root: Rejected' });
    expect(station.asked.some(({ action }) => action === 'ChangeConfiguration')).toBe(false);
  });

  test.each(['GetInstalledCertificateIds', 'InstallCertificate', 'ChangeConfiguration', 'Reset'])(
    'the line is cut at %s: whichever profile the station has, it gets in',
    async (action) => {
      await site.adopt(id, { password: PASSWORD });
      const station = await come(PLAIN);
      station.answers(action, () => {
        station.socket.terminate();
        return null;
      });
      await upgrade(2);
      const mayHaveChanged = action === 'ChangeConfiguration' || action === 'Reset';
      expect(await isLetIn(PLAIN)).toBe(true);
      expect(await isLetIn(TLS)).toBe(mayHaveChanged);
      expect(await isLetIn(PLAIN)).toBe(!mayHaveChanged);
    },
  );

  test('the program ends before the answer comes: both profiles are accepted after its restart', async () => {
    await site.adopt(id, { password: PASSWORD });
    const station = await come(PLAIN);
    let isAsked = false;
    station.answers('ChangeConfiguration', () => {
      isAsked = true;
      return null;
    });
    const asking = upgrade(2).catch(() => null);
    await eventually(async () => isAsked);
    await Promise.all([site.restart(), asking]);
    tls = await openTlsSite(site);
    expect(await isLetIn(PLAIN)).toBe(true);
    expect(await isLetIn(TLS)).toBe(true);
  });

  test('an open station is given a key first, and is never shut out on its way to a password', async () => {
    const station = await site.station(id);
    let key = '';
    station.answers('ChangeConfiguration', ({ key: name, value }) => {
      if (name === 'AuthorizationKey') key = String(value);
      return { status: 'Accepted' };
    });
    expect((await upgrade(1)).json).toEqual({ outcome: 'accepted' });
    await station.hangUp();
    expect(await isLetIn({})).toBe(true);
    expect(await isLetIn({ password: key })).toBe(true);
    expect(await isLetIn({})).toBe(false);
    expect((await site.api.get(at())).json.profile).toBe(1);
  });

  test('lower never over OCPP, only by a person who has set it at the station', async () => {
    await site.adopt(id, { password: PASSWORD });
    await tls.require(id, 2);
    const station = await come(TLS);
    expect((await upgrade(1)).json.code).toBe('profile-not-higher');
    expect(station.asked).toEqual([]);
    await tls.require(id, 1);
    expect(await isLetIn(PLAIN)).toBe(true);
    expect(await isLetIn(TLS)).toBe(false);
  });

  test('certificates on both sides: not before the station has one, and then with it only', async () => {
    await site.adopt(id, { password: PASSWORD });
    await tls.require(id, 2);
    const station = await come(TLS);
    expect((await upgrade(3)).json.code).toBe('profile-needs-certificate');
    const identity = await tls.certified(station);
    expect((await upgrade(3)).json).toEqual({ outcome: 'accepted' });
    await station.hangUp();
    expect(await isLetIn(TLS)).toBe(true);
    expect(await isLetIn({ secure: true, identity })).toBe(true);
    expect(await isLetIn(TLS)).toBe(false);
    expect(await isLetIn({ secure: true, identity })).toBe(true);
  });
});

test('a revoked certificate ends the line and opens no other', async () => {
  await site.adopt(id, { password: PASSWORD });
  const identity = await tls.certified(await come(PLAIN));
  await tls.require(id, 3);
  const station = await come({ secure: true, identity });
  const { certificates } = (await site.api.get(at())).json;
  expect((await site.api.post(`/station-certificates/${certificates[0].serial}/revoke`)).status).toBe(200);
  await eventually(async () => station.socket.readyState === station.socket.CLOSED);
  expect(await isLetIn({ secure: true, identity })).toBe(false);
  await site.restart();
  tls = await openTlsSite(site);
  expect(await isLetIn({ secure: true, identity })).toBe(false);
});

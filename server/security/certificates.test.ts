import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRequest } from '../testing/make-request.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation, type TestStation } from '../testing/test-station.ts';
import { openTlsSite, type TlsSite } from '../testing/tls-site.ts';

const DAY = 86_400_000;
let site: TestSite;
let tls: TlsSite;

beforeAll(async () => {
  site = await startSite();
  tls = await openTlsSite(site);
});
afterAll(() => site.stop());

/** Shakes hands as a station would that knows nothing but these suites, and looks at what we show. */
function shakeHands(ciphers: string, port = tls.port, root = tls.root): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca: root, ciphers, maxVersion: 'TLSv1.2' }, () =>
      resolve(socket),
    );
    socket.once('error', reject);
  });
}

async function shownCertificate(port = tls.port, root = tls.root): Promise<X509Certificate> {
  const socket = await shakeHands('ECDHE-RSA-AES128-GCM-SHA256', port, root);
  const shown = socket.getPeerX509Certificate();
  socket.destroy();
  if (shown === undefined) throw new Error('no certificate was shown');
  return shown;
}

describe('what this program shows to stations', () => {
  test.each([
    ['ECDHE-ECDSA-AES128-GCM-SHA256', 'ec'],
    ['ECDHE-ECDSA-AES256-GCM-SHA384', 'ec'],
    ['AES128-GCM-SHA256', 'rsa'],
    ['AES256-GCM-SHA384', 'rsa'],
  ])('the suite %s that every central system must offer (A00.FR.317)', async (suite, kind) => {
    const socket = await shakeHands(suite);
    expect(socket.getCipher().name).toBe(suite);
    expect(socket.getPeerX509Certificate()?.publicKey.asymmetricKeyType).toBe(kind);
    socket.destroy();
  });

  test('a suite with less than 112 bits of security or without encryption is none of ours', async () => {
    await expect(shakeHands('DES-CBC3-SHA:NULL-SHA256:@SECLEVEL=0')).rejects.toThrow();
  });

  test('is signed by the root, names this machine, and says who it is', async () => {
    const shown = await shownCertificate();
    const root = new X509Certificate(tls.root);
    expect(shown.verify(root.publicKey)).toBe(true);
    expect(shown.publicKey.asymmetricKeyDetails?.modulusLength).toBeGreaterThanOrEqual(2048);
    expect(shown.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(shown.checkHost('localhost')).toBe('localhost');
    expect(shown.subject).toContain('O=Werk Süd');
    expect(root.ca).toBe(true);
  });

  test('is renewed without a restart, also for another name, and nobody is cut off', async () => {
    await site.adopt('RENEW', { password: 'the-right-password' });
    await tls.require('RENEW', 2);
    const station = await connectStation(tls.url, 'RENEW', {
      password: 'the-right-password',
      tls: { ca: tls.root },
    });
    const before = await shownCertificate();
    const { json } = await site.api.post('/authority/server-certificates', { names: ['Charging.Example'] });
    expect(json.addedNames).toEqual(['charging.example']);
    const after = await shownCertificate();
    expect(after.serialNumber).not.toBe(before.serialNumber);
    expect(after.subject).toContain('CN=charging.example');
    await station.ok('Heartbeat', {});
    await station.hangUp();
  });

  test('is renewed by itself a month before its end', async () => {
    const old = await startSite({ startsAt: Date.now() - 380 * DAY });
    const { port, root } = await openTlsSite(old);
    const shown = async () => (await shownCertificate(port, root)).serialNumber;
    const before = await shown();
    old.clock.advance(360 * DAY);
    old.server.resumed();
    expect(await shown()).toBe(before);
    old.clock.advance(10 * DAY);
    await eventually(async () => {
      old.server.resumed();
      return (await shown()) !== before;
    });
    await old.stop();
  });
});

describe('the keys', () => {
  test('lie encrypted in the database; what opens them is a file for its owner only', async () => {
    const { authorities, serverCertificates } = await site.store.load();
    for (const { sealedKey } of [...authorities, ...serverCertificates]) {
      expect(sealedKey).toMatch(/^[\w-]{200,}$/);
      expect(Buffer.from(sealedKey, 'base64url').includes('rsaEncryption')).toBe(false);
    }
    const file = join(site.folder, 'data', 'keys', 'vault.key');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const database = await readFile(join(site.folder, 'data', 'ladehaus.db'));
    // The start of every unencrypted PKCS #8 key of 2048 and 3072 bits, and its armour.
    for (const clear of ['PRIVATE KEY', Buffer.from('300d06092a864886f70d0101010500048204', 'hex')])
      expect(database.includes(clear)).toBe(false);
  });

  test('the root is there for every station without signing in, as PEM and DER', async () => {
    const at = site.server.ocppUrl.replace('ws:', 'http:').replace('/ocpp/', '');
    expect((await fetched(`${at}/ca.pem`)).toString()).toBe(tls.root);
    expect(new X509Certificate(await fetched(`${at}/ca.der`)).raw).toEqual(new X509Certificate(tls.root).raw);
    expect((await site.stranger().get('/authority/root')).text).toBe(tls.root);
  });
});

describe('a request of a station for a certificate (A02)', () => {
  const ORGANISATION = 'Werk Süd';
  let station: TestStation;

  beforeAll(async () => {
    station = await site.station('B');
    await station.ok('BootNotification', {
      chargePointVendor: 'V',
      chargePointModel: 'M',
      chargePointSerialNumber: 'SN-7',
    });
  });

  test.each([
    ['another name', { commonName: 'SN-8', organisation: ORGANISATION }],
    ['another organisation', { commonName: 'SN-7', organisation: 'Werk Nord' }],
    ['a weak key', { commonName: 'SN-7', organisation: ORGANISATION, key: 'rsa-1024' as const }],
  ])('with %s is refused', async (_what, subject) => {
    const { csr } = await makeRequest(subject);
    expect(await station.ok('SignCertificate', { csr })).toEqual({ status: 'Rejected' });
  });

  test.each([
    '',
    'no request',
    '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
  ])('that is none (%j) is refused', async (csr) =>
    expect(await station.ok('SignCertificate', { csr })).toEqual({ status: 'Rejected' }),
  );

  test('that somebody has altered is refused', async () => {
    const { csr } = await makeRequest({ commonName: 'SN-7', organisation: ORGANISATION });
    const der = Buffer.from(csr.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    der.writeUInt8((der.at(-1) ?? 0) ^ 1, der.length - 1);
    const altered = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----`;
    expect(await station.ok('SignCertificate', { csr: altered })).toEqual({ status: 'Rejected' });
  });

  test.each(['rsa', 'ecdsa'] as const)(
    'with a proper %s key is signed and sent after the answer',
    async (key) => {
      const got: string[] = [];
      station.answers('CertificateSigned', ({ certificateChain }) => {
        got.push(String(certificateChain));
        return { status: 'Accepted' };
      });
      const { csr } = await makeRequest({ commonName: 'SN-7', organisation: ORGANISATION, key });
      expect(await station.ok('SignCertificate', { csr })).toEqual({ status: 'Accepted' });
      await eventually(async () => {
        site.server.resumed();
        return (await site.api.get('/stations/B/security')).json.certificates[0].state === 'installed';
      });
      const signed = new X509Certificate(got[0] ?? '');
      expect(signed.subject).toBe('CN=SN-7\nO=Werk Süd');
      expect(signed.verify(new X509Certificate(tls.root).publicKey)).toBe(true);
      expect(signed.publicKey.asymmetricKeyType).toBe(key === 'rsa' ? 'rsa' : 'ec');
    },
  );

  test('one the station refuses afterwards opens no door', async () => {
    station.answers('CertificateSigned', () => ({ status: 'Rejected' }));
    const { csr } = await makeRequest({ commonName: 'SN-7', organisation: ORGANISATION });
    await station.ok('SignCertificate', { csr });
    const first = await eventually(async () => {
      site.server.resumed();
      const [newest] = (await site.api.get('/stations/B/security')).json.certificates;
      return newest.state === 'refused' && newest;
    });
    expect(first.inForce).toBe(false);
  });

  test('is asked of it by a person, and it learns first whom it must name', async () => {
    expect((await site.api.post('/stations/B/security/certificate')).json).toEqual({ ok: true });
    const last = station.asked.slice(-2);
    expect(last).toEqual([
      { action: 'ChangeConfiguration', payload: { key: 'CpoName', value: ORGANISATION } },
      { action: 'ExtendedTriggerMessage', payload: { requestedMessage: 'SignChargePointCertificate' } },
    ]);
  });

  test('roots are installed, listed and deleted by exactly what the station has told of them', async () => {
    const hash = {
      hashAlgorithm: 'SHA384',
      issuerNameHash: 'ABCDEF',
      issuerKeyHash: '012345',
      serialNumber: '00aB',
    };
    station.answers('GetInstalledCertificateIds', () => ({
      status: 'Accepted',
      certificateHashData: [hash],
    }));
    const use = 'ManufacturerRootCertificate';
    expect((await site.api.get(`/stations/B/security/roots?use=${use}`)).json.items).toEqual([hash]);
    await site.api.post('/stations/B/security/roots/delete', hash);
    expect(station.asked.at(-1)).toEqual({
      action: 'DeleteCertificate',
      payload: { certificateHashData: hash },
    });
    station.answers('InstallCertificate', () => ({ status: 'Rejected' }));
    const refused = await site.api.post('/stations/B/security/roots', { use, certificate: tls.root });
    expect(refused.json).toMatchObject({ code: 'station-refused', detail: 'Rejected' });
  });
});

function fetched(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
}

describe('a new station that knocks over TLS', () => {
  test('is adopted with the password it knocked with, and expected over TLS from then on', async () => {
    const way = { password: 'brought-along-1', tls: { ca: tls.root } };
    await expect(connectStation(tls.url, 'NEW', way)).rejects.toThrow('40');
    await site.adopt('NEW');
    await (await connectStation(tls.url, 'NEW', way)).ok('Heartbeat', {});
    expect((await site.api.get('/stations/NEW/security')).json).toMatchObject({
      profile: 2,
      line: { encrypted: true, version: 'TLSv1.3' },
    });
    await expect(connectStation(site.server.ocppUrl, 'NEW', way)).rejects.toThrow('401');
  });
});

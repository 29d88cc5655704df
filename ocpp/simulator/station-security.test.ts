import { createHash, X509Certificate } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerKindly, letIn, startTestServer, type TestServer, until } from '../test-server.ts';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import type { ChargePointOptions } from './charge-point-options.ts';
import { seededRandom } from './random.ts';
import { createTestAuthority, type TestAuthority } from './test-authority.ts';
import { realTime } from './time.ts';

let authority: TestAuthority;
let serverIdentity: Awaited<ReturnType<TestAuthority['server']>>;
let site: TestServer;
let station: ChargePoint;
/** The proof of each handshake: name and passwords, and the name in the certificate that was shown. */
let handshakes: { readonly passwords: readonly string[]; readonly shown: string | null }[];

beforeAll(async () => {
  authority = await createTestAuthority();
  serverIdentity = await authority.server();
});
beforeEach(async () => {
  handshakes = [];
  const identity = { certificates: [serverIdentity], roots: [authority.rootPem] };
  site = await startTestServer({
    tls: { port: 0, identity: () => Promise.resolve(identity) },
    admit(handshake) {
      const { security, credentials } = handshake;
      const der = security.kind === 'tls' ? security.certificate : null;
      handshakes.push({
        passwords: (credentials?.passwords ?? []).map((password) => password.toString('hex')),
        shown: der === null ? null : new X509Certificate(der).subject,
      });
      return Promise.resolve(letIn);
    },
    onCall: (_connection, call) =>
      Promise.resolve(
        call.action === 'SignCertificate'
          ? { kind: 'send', frame: `[3,"${call.messageId}",{"status":"Accepted"}]` }
          : answerKindly(call),
      ),
  });
});
afterEach(async () => {
  station.switchOff();
  await site.server.close();
});

async function connect(options: Partial<ChargePointOptions> = {}): Promise<void> {
  station = createChargePoint({
    url: site.url,
    secureUrl: `wss://localhost:${site.server.tlsPort}/ocpp/`,
    id: 'SIM-7',
    time: realTime(),
    random: seededRandom(2),
    reconnectMs: 20,
    ...options,
  });
  station.switchOn();
  await until(() => station.online);
}

const status = (word: string) => ({ kind: 'result', response: { status: word } });

async function comesBackAfter(lines: number): Promise<void> {
  await until(() => site.opened.length > lines && station.online);
}

test('a new key is used for the next connection and for all that follow, a useless one is refused', async () => {
  await connect({ password: 'the-old-key-of-old' });
  const change = (value: string) =>
    site.opened.at(-1)?.call('ChangeConfiguration', { key: 'AuthorizationKey', value });
  expect(await change('short')).toEqual(status('Rejected'));
  const key = '00112233445566778899aabbccddeeff';
  expect(await change(key)).toEqual(status('Accepted'));
  await comesBackAfter(1);
  expect(handshakes.at(-1)?.passwords).toContain(key);
});

test('a station comes up from a password to TLS to its own certificate, and never down again', async () => {
  await connect({ password: 'a-password-for-it' });
  const upgrade = (value: string) =>
    site.opened.at(-1)?.call('ChangeConfiguration', { key: 'SecurityProfile', value });
  expect(await upgrade('2')).toEqual(status('Rejected'));
  const install = {
    certificateType: 'CentralSystemRootCertificate',
    certificate: authority.rootPem,
  } as const;
  expect(await site.opened.at(-1)?.call('InstallCertificate', install)).toEqual(status('Accepted'));
  expect(await upgrade('2')).toEqual(status('Accepted'));
  await comesBackAfter(1);
  expect(station.securityProfile).toBe(2);
  expect(handshakes.at(-1)).toMatchObject({ shown: null });

  expect(await upgrade('3')).toEqual(status('Rejected'));
  expect(await station.requestCertificate()).toBe(true);
  const asked = site.calls.find(({ call }) => call.action === 'SignCertificate')?.call;
  if (asked?.action !== 'SignCertificate') throw new Error('no request');
  const { csr } = asked.request;
  expect(authority.subjectOf(csr)).toBe('CN=SIM-7, O=Ladehaus');
  const give = (certificateChain: string) =>
    site.opened.at(-1)?.call('CertificateSigned', { certificateChain });
  expect(await give(await authority.signForNobody('CN=SIM-7'))).toEqual(status('Rejected'));
  expect(await give(await authority.sign(csr))).toEqual(status('Accepted'));
  expect(await upgrade('3')).toEqual(status('Accepted'));
  await comesBackAfter(2);
  expect(handshakes.at(-1)).toMatchObject({ passwords: [], shown: 'CN=SIM-7\nO=Ladehaus' });
  expect(await upgrade('1')).toEqual(status('Rejected'));
});

test('a station whose new way leads nowhere takes the old one again', async () => {
  await connect({
    password: 'a-password-for-it',
    secureUrl: 'wss://localhost:9/ocpp/',
    trustedRoots: [authority.rootPem],
  });
  await site.opened[0]?.call('ChangeConfiguration', { key: 'SecurityProfile', value: '2' });
  await comesBackAfter(1);
  expect(station.securityProfile).toBe(1);
});

test.each(['SHA256', 'SHA384', 'SHA512'] as const)(
  'certificates are listed and deleted by %s',
  async (hashAlgorithm) => {
    await connect({ hashAlgorithm });
    const [connection] = site.opened;
    const certificateType = 'CentralSystemRootCertificate' as const;
    expect(await connection?.call('GetInstalledCertificateIds', { certificateType })).toEqual(
      status('NotFound'),
    );
    const pem = authority.rootPem;
    await connection?.call('InstallCertificate', { certificateType, certificate: pem });
    const wrong = await connection?.call('InstallCertificate', {
      certificateType,
      certificate: 'no certificate',
    });
    expect(wrong).toEqual(status('Rejected'));
    const listed = await connection?.call('GetInstalledCertificateIds', { certificateType });
    if (listed?.kind !== 'result') throw new Error('no list');
    const [certificateHashData] = listed.response.certificateHashData ?? [];
    if (certificateHashData === undefined) throw new Error('nothing is listed');
    const hash = (bytes: Uint8Array) => createHash(hashAlgorithm.toLowerCase()).update(bytes).digest('hex');
    expect(certificateHashData).toEqual({
      hashAlgorithm,
      issuerNameHash: hash(authority.rootName),
      issuerKeyHash: hash(authority.rootKeyBits),
      serialNumber: 'a0b0c',
    });
    expect(await connection?.call('DeleteCertificate', { certificateHashData })).toEqual(status('Accepted'));
    expect(await connection?.call('DeleteCertificate', { certificateHashData })).toEqual(status('NotFound'));
  },
);

test('the last root of a line over TLS cannot be deleted', async () => {
  await connect({ password: 'a-password-for-it', securityProfile: 2, trustedRoots: [authority.rootPem] });
  const certificateType = 'CentralSystemRootCertificate' as const;
  const listed = await site.opened[0]?.call('GetInstalledCertificateIds', { certificateType });
  const [certificateHashData] = (listed?.kind === 'result' && listed.response.certificateHashData) || [];
  if (certificateHashData === undefined) throw new Error('nothing is listed');
  expect(await site.opened[0]?.call('DeleteCertificate', { certificateHashData })).toEqual(status('Failed'));
});

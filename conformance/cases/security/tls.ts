import type { X509Certificate } from 'node:crypto';
import { connect, type SecureVersion } from 'node:tls';
import { type Bench, boot } from '../../harness/bench.ts';
import { insist, shows } from '../../harness/judge.ts';
import {
  overTls,
  PASSWORD,
  renewCertificate,
  requireProfile,
  type TlsDoor,
  tlsDoor,
} from './secured-station.ts';

/** A00.FR.317: the suites that every central system offers, those with an elliptic key and those with an RSA one. */
const SUITES = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
] as const;

/** TC_086 */
export async function serverCertificate(bench: Bench): Promise<void> {
  const door = await tlsDoor(bench);
  for (const version of ['TLSv1', 'TLSv1.1'] as const)
    insist(`no ${version}`, (await handshake(door, { version })) === null);
  for (const cipher of SUITES) {
    const certificate = await handshake(door, { version: 'TLSv1.2', cipher });
    insist(`a certificate with ${cipher}`, certificate !== null);
    isFitting(certificate);
  }
  const id = await bench.adopt();
  await requirePassword(bench, id);
  await boot(await bench.connect(id, overTls(door, id, { password: PASSWORD })));
}

/** TC_087 */
export async function clientCertificate(bench: Bench): Promise<void> {
  const door = await tlsDoor(bench);
  const chargePoint = await bench.chargePoint();
  const { id } = chargePoint;
  const certificate = await renewCertificate(bench, chargePoint, { kind: 'ecdsa', door });
  await requireProfile(bench, id, 3);
  await chargePoint.hangUp();
  const without = await bench.dial(id, overTls(door, id));
  insist('no line without a certificate', without.kind !== 'open', without.kind);
  const plain = await bench.dial(id);
  insist('no line without TLS', plain.kind !== 'open', plain.kind);
  await boot(await bench.connect(id, overTls(door, id, { certificate })));
}

async function requirePassword(bench: Bench, id: string): Promise<void> {
  await bench.post(`/stations/${id}/password`, { password: PASSWORD });
  await requireProfile(bench, id, 2);
}

/** A00.FR.501 to 511. */
function isFitting(certificate: X509Certificate): void {
  const { publicKey, subject, serialNumber } = certificate;
  const { modulusLength = 0 } = publicKey.asymmetricKeyDetails ?? {};
  insist(
    'RSA 2048 or EC 224 at least',
    publicKey.asymmetricKeyType === 'ec' || modulusLength >= 2048,
    modulusLength,
  );
  insist('a serial number', serialNumber.length > 0, serialNumber);
  const commonName = /CN=(.+)/.exec(subject)?.[1] ?? '';
  insist(
    'a host name as common name',
    commonName !== '' && certificate.checkHost(commonName) !== undefined,
    subject,
  );
  insist(
    'the address that was called',
    certificate.checkIP('127.0.0.1') !== undefined,
    certificate.subjectAltName,
  );
  shows('valid now', Date.parse(certificate.validTo) > Date.now(), true);
}

/** The certificate that the server shows, its chain verified by the site's root; null when TLS does not come about. */
function handshake(
  { port, ca }: TlsDoor,
  { version, cipher }: { readonly version: SecureVersion; readonly cipher?: string },
): Promise<X509Certificate | null> {
  return new Promise((resolve) => {
    const socket = connect({
      host: '127.0.0.1',
      port,
      ca,
      minVersion: version,
      maxVersion: version,
      // Old versions are only offered by a client that lowers its own guard.
      ciphers: version === 'TLSv1.2' ? (cipher ?? 'DEFAULT') : 'DEFAULT@SECLEVEL=0',
    });
    socket.once('secureConnect', () => {
      resolve(socket.authorized ? (socket.getPeerX509Certificate() ?? null) : null);
      socket.destroy();
    });
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
  });
}

import { type Bench, boot } from '../../harness/bench.ts';
import { type KeyKind, makeRequest, makeRoot } from '../../harness/certificates.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { ago } from '../charging.ts';
import { overTls, renewCertificate, requireProfile, tlsDoor } from './secured-station.ts';

type RootUse = 'CentralSystemRootCertificate' | 'ManufacturerRootCertificate';

/** TC_074, with an RSA key and with an elliptic one. */
export async function certificateRenewed(bench: Bench): Promise<void> {
  const door = await tlsDoor(bench);
  for (const kind of ['rsa', 'ecdsa'] as const satisfies readonly KeyKind[]) {
    const id = await bench.adopt(bench.name(kind.toUpperCase()));
    const chargePoint = await bench.connect(id);
    await boot(chargePoint);
    const certificate = await renewCertificate(bench, chargePoint, { kind, door });
    await requireProfile(bench, id, 3);
    await chargePoint.hangUp();
    const again = await bench.connect(id, overTls(door, id, { certificate }));
    await again.call('Heartbeat', {});
    const renewed = await renewCertificate(bench, again, { kind, door });
    await again.hangUp();
    await boot(await bench.connect(id, overTls(door, id, { certificate: renewed })));
  }
}

/** TC_075_1 and TC_075_2 */
export async function rootInstalled(bench: Bench, use: RootUse): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const certificate = await someRoot();
  await install({ bench, chargePoint }, { use, certificate });
  await listed({ bench, chargePoint }, { use, hash: HASHES.SHA256 });
}

/** TC_076, for each of the three ways to name a certificate. */
export async function rootDeleted(bench: Bench): Promise<void> {
  const use = 'ManufacturerRootCertificate';
  for (const [algorithm, hash] of Object.entries(HASHES)) {
    const chargePoint = await bench.chargePoint(algorithm);
    await install({ bench, chargePoint }, { use, certificate: await someRoot() });
    const shown = await listed({ bench, chargePoint }, { use, hash });
    const [, request] = await Promise.all([
      bench.post(`/stations/${chargePoint.id}/security/roots/delete`, shown),
      chargePoint.obeys('DeleteCertificate'),
    ]);
    equals('DeleteCertificate.req', request, { certificateHashData: hash });
  }
}

/** TC_077 */
export async function certificateRefused(bench: Bench): Promise<void> {
  const door = await tlsDoor(bench);
  const chargePoint = await bench.chargePoint();
  await Promise.all([
    bench.post(`/stations/${chargePoint.id}/security/certificate`),
    chargePoint.obeys('ExtendedTriggerMessage'),
  ]);
  const { pem: csr } = await makeRequest('ecdsa', {
    commonName: chargePoint.id,
    organisation: door.organisation,
  });
  shows('SignCertificate.conf', await chargePoint.call('SignCertificate', { csr }), { status: 'Accepted' });
  await chargePoint.obeys('CertificateSigned', { status: 'Rejected' });
  await tellsOf(bench, chargePoint, 'InvalidChargePointCertificate');
  const { certificates } = await bench.get(`/stations/${chargePoint.id}/security`);
  insist('no certificate in force', !certificates.some((one: Payload) => one.inForce), certificates);
}

/** TC_078 */
export async function rootRefused(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const body = { use: 'CentralSystemRootCertificate', certificate: await someRoot() };
  const [told] = await Promise.all([
    bench.attempt('POST', `/stations/${chargePoint.id}/security/roots`, body),
    chargePoint.obeys('InstallCertificate', { status: 'Rejected' }),
  ]);
  insist('the operator to be told', told.status >= 400 && told.status < 500, told.text);
  await tellsOf(bench, chargePoint, 'InvalidCentralSystemCertificate');
}

/** Sends a security event and finds it in the logbook. */
async function tellsOf(bench: Bench, chargePoint: ChargePoint, type: string): Promise<void> {
  await chargePoint.call('SecurityEventNotification', { type, timestamp: ago(1) });
  await bench.eventually(`${type} in the logbook`, async () => {
    const { items } = await bench.get(`/logbook?stationId=${chargePoint.id}`);
    return items.find(({ facts }: Payload) => Object.values(facts).includes(type));
  });
}

interface At {
  readonly bench: Bench;
  readonly chargePoint: ChargePoint;
}

async function install(
  { bench, chargePoint }: At,
  { use, certificate }: { readonly use: RootUse; readonly certificate: string },
): Promise<void> {
  const [, request] = await Promise.all([
    bench.post(`/stations/${chargePoint.id}/security/roots`, { use, certificate }),
    chargePoint.obeys('InstallCertificate'),
  ]);
  shows('InstallCertificate.req', request, { certificateType: use });
  equals('the certificate', request.certificate.trim(), certificate.trim());
}

async function listed(
  { bench, chargePoint }: At,
  { use, hash }: { readonly use: RootUse; readonly hash: object },
): Promise<Payload> {
  const answer = { status: 'Accepted', certificateHashData: [hash] };
  const [shown, request] = await Promise.all([
    bench.get(`/stations/${chargePoint.id}/security/roots?use=${use}`),
    chargePoint.obeys('GetInstalledCertificateIds', answer),
  ]);
  equals('GetInstalledCertificateIds.req', request, { certificateType: use });
  equals('what the operator is shown', shown.items, [hash]);
  return shown.items[0];
}

async function someRoot(): Promise<string> {
  return (await makeRoot({ commonName: 'Muster Root', organisation: 'Muster' })).pem;
}

const HASHES = {
  SHA256: hashData('SHA256', 64),
  SHA384: hashData('SHA384', 96),
  SHA512: hashData('SHA512', 128),
};

function hashData(hashAlgorithm: string, digits: number) {
  const issuerNameHash = 'a1'.repeat(digits / 2);
  const issuerKeyHash = 'B2'.repeat(digits / 2);
  return { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber: '4A6F' };
}

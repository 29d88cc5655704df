import { X509Certificate } from 'node:crypto';
import type { Bench } from '../../harness/bench.ts';
import { type KeyKind, makeRequest } from '../../harness/certificates.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import type { Dialling } from '../../harness/dial.ts';
import { equals, insist, shows } from '../../harness/judge.ts';

export const PASSWORD = 'sixteen-letters!';

/** What a station has to know of the site to call it over TLS. */
export interface TlsDoor {
  /** Up to and including `/ocpp/`. */
  readonly url: string;
  readonly port: number;
  /** The site's root, PEM. */
  readonly ca: string;
  /** What stations name as their organisation. */
  readonly organisation: string;
}

export async function tlsDoor(bench: Bench): Promise<TlsDoor> {
  const { tlsPort, organisation } = await bench.get('/authority');
  const root = await bench.attempt('GET', '/authority/root?format=pem');
  insist(
    'the root certificate for everybody',
    root.text.startsWith('-----BEGIN CERTIFICATE-----'),
    root.text,
  );
  return { url: `wss://127.0.0.1:${tlsPort}/ocpp/`, port: tlsPort, ca: root.text, organisation };
}

/** How a station calls over TLS. */
export function overTls(
  door: TlsDoor,
  id: string,
  more: Dialling & { readonly certificate?: { readonly cert: string; readonly key: string } } = {},
): Dialling & { readonly url: string } {
  const { certificate, ...how } = more;
  return { ...how, url: door.url + encodeURIComponent(id), tls: { ca: door.ca, ...certificate } };
}

/** Requires a profile of a station, as somebody does who has set it at the station by hand. */
export function requireProfile(bench: Bench, id: string, profile: number): Promise<Payload> {
  return bench.post(`/stations/${id}/security/profile`, { profile });
}

/** The whole way of TC_074 on a line: asked, requested, signed, sent, installed. */
export async function renewCertificate(
  bench: Bench,
  chargePoint: ChargePoint,
  { kind, door }: { readonly kind: KeyKind; readonly door: TlsDoor },
): Promise<{ readonly cert: string; readonly key: string }> {
  const commonName = chargePoint.id;
  const [, trigger] = await Promise.all([
    bench.post(`/stations/${chargePoint.id}/security/certificate`),
    chargePoint.obeys('ExtendedTriggerMessage'),
  ]);
  equals('ExtendedTriggerMessage.req', trigger, { requestedMessage: 'SignChargePointCertificate' });
  const request = await makeRequest(kind, { commonName, organisation: door.organisation });
  const answer = await chargePoint.call('SignCertificate', { csr: request.pem });
  shows('SignCertificate.conf', answer, { status: 'Accepted' });
  const { certificateChain } = await chargePoint.obeys('CertificateSigned');
  const certificate = new X509Certificate(certificateChain);
  const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  insist('the same public key', publicKey === request.publicKey, publicKey);
  insist(
    'the serial number as common name',
    certificate.subject.includes(`CN=${commonName}`),
    certificate.subject,
  );
  insist(
    'a certificate of the site',
    certificate.verify(new X509Certificate(door.ca).publicKey),
    certificateChain,
  );
  insist('the configured kind of key', kindOf(certificate) === kind, certificate.publicKey.asymmetricKeyType);
  await bench.eventually('the certificate to be installed', async () => {
    const { certificates } = await bench.get(`/stations/${chargePoint.id}/security`);
    return certificates[0]?.state === 'installed';
  });
  return { cert: certificateChain, key: request.key };
}

function kindOf({ publicKey }: X509Certificate): KeyKind | null {
  const { modulusLength = 0 } = publicKey.asymmetricKeyDetails ?? {};
  if (publicKey.asymmetricKeyType === 'rsa') return modulusLength >= 2048 ? 'rsa' : null;
  return publicKey.asymmetricKeyType === 'ec' ? 'ecdsa' : null;
}

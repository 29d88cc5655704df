import { webcrypto } from 'node:crypto';
import { loadX509 } from '../security/load-x509.ts';

export interface StationRequest {
  /** PKCS #10, PEM. */
  readonly csr: string;
  /** PKCS #8, PEM. */
  readonly key: string;
}

const KEYS = {
  ecdsa: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  'rsa-1024': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 1024,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
} as const;

/** What a station does when it needs a certificate: a key, and a request that is signed with it. */
export async function makeRequest(subject: {
  readonly commonName: string;
  readonly organisation: string;
  readonly key?: keyof typeof KEYS;
}): Promise<StationRequest> {
  const x509 = await loadX509();
  const algorithm = KEYS[subject.key ?? 'ecdsa'];
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: new x509.Name([
      { CN: [{ utf8String: subject.commonName }] },
      { O: [{ utf8String: subject.organisation }] },
    ]).toString(),
    keys,
    signingAlgorithm: algorithm,
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const body = pkcs8.toString('base64').replace(/.{64}(?!$)/g, '$&\n');
  return {
    csr: request.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`,
  };
}

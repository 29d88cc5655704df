import { createPrivateKey, sign, webcrypto } from 'node:crypto';
import { loadX509 } from '#server/security/load-x509.ts';

export type KeyKind = 'rsa' | 'ecdsa';

/** A certificate, or a request for one, with its key; PEM both. */
export interface Keyed {
  readonly pem: string;
  readonly key: string;
  /** DER of the public key, in Base64. */
  readonly publicKey: string;
}

export interface Subject {
  readonly commonName: string;
  readonly organisation: string;
}

const KEYS = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  ecdsa: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const;

/** What a charge point sends in SignCertificate. */
export async function makeRequest(kind: KeyKind, { commonName, organisation }: Subject): Promise<Keyed> {
  const x509 = await loadX509();
  const keys = await makeKeys(kind);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [commonName] }, { O: [organisation] }],
    keys,
    signingAlgorithm: KEYS[kind],
  });
  return keyed(request.toString('pem'), keys);
}

/** A certificate that vouches for itself: a root of a maker, or what signs firmware. */
export async function makeRoot({ commonName, organisation }: Subject): Promise<Keyed> {
  const x509 = await loadX509();
  const keys = await makeKeys('ecdsa');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '4a6f',
    name: [{ CN: [commonName] }, { O: [organisation] }],
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 30 * 86_400_000),
    keys,
    signingAlgorithm: KEYS.ecdsa,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  return keyed(certificate.toString('pem'), keys);
}

/** The signature of a file as firmware carries it, in Base64. */
export function signatureOf(file: Buffer, { key }: Keyed): string {
  return sign('sha256', file, createPrivateKey(key)).toString('base64');
}

function makeKeys(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  return kind === 'rsa'
    ? webcrypto.subtle.generateKey(KEYS.rsa, true, ['sign', 'verify'])
    : webcrypto.subtle.generateKey(KEYS.ecdsa, true, ['sign', 'verify']);
}

async function keyed(pem: string, keys: webcrypto.CryptoKeyPair): Promise<Keyed> {
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const spki = Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey));
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return {
    pem,
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: spki.toString('base64'),
  };
}

import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import type { KeyAlgorithm } from '#core/security/authority.ts';
import type { SignedCertificate } from '#core/security/station-certificate.ts';
import { DAY, type Instant, instant, later } from '#core/shared/units.ts';
import { loadX509, type X509 } from './load-x509.ts';

/** A certificate with its key. */
export interface KeyedCertificate {
  readonly serial: string;
  /** PEM. */
  readonly certificate: string;
  /** PKCS #8, DER. */
  readonly key: Buffer;
  readonly notAfter: Instant;
}

/** Who signs. */
export interface Signer {
  readonly certificate: string;
  readonly key: Buffer;
}

/**
 * RSA for the root, because every station can verify it; 3072 bits, because it stays for twenty years. What is renewed every
 * year has 2048, the least that the security paper allows (A00.FR.501) and the most that small stations handle well.
 */
const ROOT_KEY = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 3072 } as const;
const SERVER_KEYS = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 },
  ecdsa: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;
const PUBLIC_EXPONENT = new Uint8Array([1, 0, 1]);
const SIGNATURE = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

const ROOT_DAYS = 20 * 365;
export const SERVER_DAYS = 397;
const STATION_DAYS = 730;
/** Clocks of stations go wrong; a certificate of today must be good for one that lives in yesterday. */
const BACKDATED_DAYS = 2;
/** X.520: no common name or organisation is longer. */
const MOST_NAME_LETTERS = 64;

export async function makeRoot(organisation: string, now: Instant): Promise<KeyedCertificate> {
  const x509 = await loadX509();
  const keys = await generate(ROOT_KEY);
  const serial = newSerial();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial,
    name: distinguished(x509, `${organisation.slice(0, MOST_NAME_LETTERS - 3)} CA`, organisation),
    ...validity(now, ROOT_DAYS),
    keys,
    signingAlgorithm: SIGNATURE,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return keyed(serial, certificate, keys.privateKey);
}

/** A certificate of this program, good for all `names`; the first is its common name (A00.FR.511). */
export async function makeServerCertificate(
  algorithm: KeyAlgorithm,
  names: readonly string[],
  {
    signer,
    organisation,
    now,
  }: { readonly signer: Signer; readonly organisation: string; readonly now: Instant },
): Promise<KeyedCertificate> {
  const x509 = await loadX509();
  const keys = await generate(SERVER_KEYS[algorithm]);
  const serial = newSerial();
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
  const certificate = await issue(x509, signer, {
    serialNumber: serial,
    subject: distinguished(x509, names[0] ?? '', organisation),
    ...validity(now, SERVER_DAYS),
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      // The suites with RSA key exchange encipher a secret with the key (A00.FR.317).
      new x509.KeyUsagesExtension(
        algorithm === 'rsa' ? digitalSignature | keyEncipherment : digitalSignature,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return keyed(serial, certificate, keys.privateKey);
}

/** Signs a station's request, which has been judged before. */
export async function signRequest(
  request: string,
  subject: { readonly serial: string; readonly commonName: string; readonly organisation: string },
  { signer, now }: { readonly signer: Signer; readonly now: Instant },
): Promise<SignedCertificate> {
  const x509 = await loadX509();
  const { publicKey } = new x509.Pkcs10CertificateRequest(request);
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
  const certificate = await issue(x509, signer, {
    serialNumber: subject.serial,
    subject: distinguished(x509, subject.commonName, subject.organisation),
    ...validity(now, STATION_DAYS),
    publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        'modulusLength' in publicKey.algorithm ? digitalSignature | keyEncipherment : digitalSignature,
        true,
      ),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
    ],
  });
  return {
    certificate: pemOf(certificate),
    notBefore: instant(certificate.notBefore.getTime()),
    notAfter: instant(certificate.notAfter.getTime()),
  };
}

/** 127 random bits: unique without asking anybody, and positive. */
export function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

export function keyAsPem(pkcs8: Buffer): string {
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

type IssueParams = Omit<
  Parameters<X509['X509CertificateGenerator']['create']>[0],
  'issuer' | 'signingAlgorithm'
> & {
  readonly publicKey: unknown;
  readonly extensions: InstanceType<X509['Extension']>[];
};

async function issue(x509: X509, signer: Signer, params: IssueParams) {
  const root = new x509.X509Certificate(signer.certificate);
  const signingKey = await webcrypto.subtle.importKey('pkcs8', signer.key, SIGNATURE, false, ['sign']);
  return x509.X509CertificateGenerator.create({
    ...params,
    issuer: root.subject,
    signingKey,
    signingAlgorithm: SIGNATURE,
    extensions: [...params.extensions, await x509.AuthorityKeyIdentifierExtension.create(root.publicKey)],
  } as Parameters<typeof x509.X509CertificateGenerator.create>[0]);
}

function generate(algorithm: typeof ROOT_KEY | (typeof SERVER_KEYS)[KeyAlgorithm]) {
  const wanted = 'modulusLength' in algorithm ? { ...algorithm, publicExponent: PUBLIC_EXPONENT } : algorithm;
  return webcrypto.subtle.generateKey(wanted, true, ['sign', 'verify']);
}

async function keyed(
  serial: string,
  certificate: InstanceType<X509['X509Certificate']>,
  privateKey: webcrypto.CryptoKey,
): Promise<KeyedCertificate> {
  return {
    serial,
    certificate: pemOf(certificate),
    key: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)),
    notAfter: instant(certificate.notAfter.getTime()),
  };
}

function validity(now: Instant, days: number) {
  return {
    notBefore: new Date(later(now, -BACKDATED_DAYS * DAY)),
    notAfter: new Date(later(now, days * DAY)),
  };
}

/** Whatever a name holds, it is text: a leading `#` would otherwise be read as hexadecimal. */
function distinguished(x509: X509, commonName: string, organisation: string): InstanceType<X509['Name']> {
  return new x509.Name([
    { CN: [{ utf8String: commonName.slice(0, MOST_NAME_LETTERS) }] },
    { O: [{ utf8String: organisation }] },
  ]);
}

function pemOf(certificate: InstanceType<X509['X509Certificate']>): string {
  return `${certificate.toString('pem')}\n`;
}

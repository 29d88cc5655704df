import { createHash, X509Certificate } from 'node:crypto';
import type { Request } from '../v16/actions.ts';

export type CertificateHashData = Request<'DeleteCertificate'>['certificateHashData'];
export type HashAlgorithm = CertificateHashData['hashAlgorithm'];

/** How a station names a certificate (security paper, CertificateHashDataType); hexadecimal, in small letters. */
export function certificateHash(
  pem: string,
  issuerPem: string,
  algorithm: HashAlgorithm,
): CertificateHashData {
  const certificate = new X509Certificate(pem);
  return {
    hashAlgorithm: algorithm,
    issuerNameHash: digest(algorithm, partsOf(certificate.raw).issuer),
    issuerKeyHash: digest(algorithm, partsOf(new X509Certificate(issuerPem).raw).key),
    serialNumber: plainSerial(certificate.serialNumber),
  };
}

export function isSameHash(one: CertificateHashData, other: CertificateHashData): boolean {
  return (
    one.hashAlgorithm === other.hashAlgorithm &&
    same(one.issuerNameHash, other.issuerNameHash) &&
    same(one.issuerKeyHash, other.issuerKeyHash) &&
    same(plainSerial(one.serialNumber), plainSerial(other.serialNumber))
  );
}

const nodeName = { SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' } as const;

/** Tag of the version, which a certificate of the first version leaves out. */
const VERSION_TAG = 0xa0;

function digest(algorithm: HashAlgorithm, bytes: Uint8Array): string {
  return createHash(nodeName[algorithm]).update(bytes).digest('hex');
}

/** RFC 5280 §4.1: the issuer's name as a whole, and of the key (RFC 6960) only the bits themselves. */
function partsOf(der: Uint8Array): { readonly issuer: Uint8Array; readonly key: Uint8Array } {
  const certificate = elementAt(der, 0);
  const body = elementAt(der, certificate.from);
  const elements = elementsIn(der, body).filter(({ tag }) => tag !== VERSION_TAG);
  const [, , issuer, , , spki] = elements;
  const bits = spki === undefined ? undefined : elementsIn(der, spki)[1];
  if (issuer === undefined || bits === undefined) throw new Error('this is no certificate');
  // The first byte of a bit string counts its unused bits.
  return { issuer: der.subarray(issuer.at, issuer.to), key: der.subarray(bits.from + 1, bits.to) };
}

interface DerElement {
  readonly tag: number;
  readonly at: number;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly to: number;
}

function elementsIn(der: Uint8Array, { from, to }: DerElement): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let at = from; at < to; at = elements.at(-1)?.to ?? to) elements.push(elementAt(der, at));
  return elements;
}

function elementAt(der: Uint8Array, at: number): DerElement {
  const tag = der[at] ?? 0;
  const first = der[at + 1] ?? 0;
  if (first < 0x80) return { tag, at, from: at + 2, to: at + 2 + first };
  const lengthBytes = first & 0x7f;
  let length = 0;
  for (const byte of der.subarray(at + 2, at + 2 + lengthBytes)) length = length * 256 + byte;
  const from = at + 2 + lengthBytes;
  return { tag, at, from, to: from + length };
}

function plainSerial(serial: string): string {
  return serial.replace(/^0+(?=.)/, '').toLowerCase();
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

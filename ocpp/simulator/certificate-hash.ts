import { createHash } from 'node:crypto';
import 'reflect-metadata';
import { X509Certificate } from '@peculiar/x509';
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
  const issuer = new X509Certificate(issuerPem);
  return {
    hashAlgorithm: algorithm,
    issuerNameHash: digest(algorithm, new Uint8Array(certificate.issuerName.toArrayBuffer())),
    issuerKeyHash: digest(algorithm, keyBits(new Uint8Array(issuer.publicKey.rawData))),
    serialNumber: certificate.serialNumber.replace(/^0+(?=.)/, ''),
  };
}

export function isSameHash(one: CertificateHashData, other: CertificateHashData): boolean {
  return (
    one.hashAlgorithm === other.hashAlgorithm &&
    same(one.issuerNameHash, other.issuerNameHash) &&
    same(one.issuerKeyHash, other.issuerKeyHash) &&
    same(one.serialNumber.replace(/^0+(?=.)/, ''), other.serialNumber.replace(/^0+(?=.)/, ''))
  );
}

const nodeName = { SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' } as const;

function digest(algorithm: HashAlgorithm, bytes: Uint8Array): string {
  return createHash(nodeName[algorithm]).update(bytes).digest('hex');
}

/** RFC 6960: the key is hashed without tag, length and count of unused bits: the end of the SPKI structure. */
function keyBits(spki: Uint8Array): Uint8Array {
  const outer = contentAt(spki, 0);
  const algorithm = contentAt(spki, outer.from);
  const bits = contentAt(spki, algorithm.to);
  return spki.subarray(bits.from + 1, bits.to);
}

/** Where the content of the DER element at this place lies. */
function contentAt(der: Uint8Array, at: number): { readonly from: number; readonly to: number } {
  const first = der[at + 1] ?? 0;
  if (first < 0x80) return { from: at + 2, to: at + 2 + first };
  const lengthBytes = first & 0x7f;
  let length = 0;
  for (const byte of der.subarray(at + 2, at + 2 + lengthBytes)) length = length * 256 + byte;
  return { from: at + 2 + lengthBytes, to: at + 2 + lengthBytes + length };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

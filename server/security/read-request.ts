import type { CertificateRequest } from '#core/security/judge-request.ts';
import { loadX509 } from './load-x509.ts';

/** Reads a request for a certificate and checks its signature; null for what is none. */
export async function readRequest(pem: string): Promise<CertificateRequest | null> {
  const { Pkcs10CertificateRequest } = await loadX509();
  try {
    const request = new Pkcs10CertificateRequest(pem);
    return {
      commonName: onlyOne(request.subjectName.getField('CN')),
      organisation: onlyOne(request.subjectName.getField('O')),
      key: keyOf(request.publicKey.algorithm),
      isProperlySigned: await isProperlySigned(request),
    };
  } catch {
    return null;
  }
}

type Request = InstanceType<Awaited<ReturnType<typeof loadX509>>['Pkcs10CertificateRequest']>;

async function isProperlySigned(request: Request): Promise<boolean> {
  const { hash } = request.signatureAlgorithm as { readonly hash?: { readonly name: string } };
  if (hash?.name === 'SHA-1') return false;
  return request.verify().catch(() => false);
}

function keyOf(algorithm: object): CertificateRequest['key'] {
  if ('modulusLength' in algorithm && typeof algorithm.modulusLength === 'number')
    return { kind: 'rsa', bits: algorithm.modulusLength };
  if (!('namedCurve' in algorithm)) return { kind: 'unknown' };
  const bits = /^(?:P-|K-)(\d{3})$/.exec(String(algorithm.namedCurve))?.[1];
  return bits === undefined ? { kind: 'unknown' } : { kind: 'ec', bits: Number(bits) };
}

function onlyOne(values: readonly string[]): string | null {
  const [only] = values;
  return only === undefined || values.length > 1 ? null : only;
}

import { webcrypto } from 'node:crypto';

/** The library for certificates, loaded when the first is made or read: it takes as long as the rest of the start. */
export async function loadX509() {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set('default', webcrypto);
  return x509;
}

export type X509 = Awaited<ReturnType<typeof loadX509>>;

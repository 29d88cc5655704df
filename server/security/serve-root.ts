import { X509Certificate } from 'node:crypto';
import type { ServedFile } from '#ocpp/server.ts';
import type { SiteAuthority } from './site-authority.ts';

/** Public files at the stations' own port: a technician at a station may reach nothing else of this machine. */
export async function serveRoot(authority: SiteAuthority, path: string): Promise<ServedFile | undefined> {
  if (path !== '/ca.pem' && path !== '/ca.der') return undefined;
  return rootFile((await authority.authority()).certificate, path === '/ca.pem' ? 'pem' : 'der');
}

export function rootFile(certificate: string, format: 'pem' | 'der'): ServedFile {
  return format === 'pem'
    ? { mediaType: 'application/x-pem-file', content: certificate }
    : { mediaType: 'application/pkix-cert', content: new X509Certificate(certificate).raw };
}

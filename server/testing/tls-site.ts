import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type { Instant } from '#core/shared/units.ts';
import { openKeyVault } from '../security/key-vault.ts';
import { newSerial, signRequest } from '../security/make-certificates.ts';
import { makeRequest } from './make-request.ts';
import type { TestSite } from './start-site.ts';

/** The side of a test site that is spoken to over TLS. */
export interface TlsSite {
  readonly port: number;
  /** Address up to and including `/ocpp/`. */
  readonly url: string;
  readonly root: string;
  /** Sets the profile of a station by hand. */
  require(id: string, profile: number): Promise<void>;
  /** What a station shows that has a certificate of this site's authority, signed behind the program's back. */
  identityOf(
    commonName: string,
    facts: { readonly organisation: string; readonly now: Instant },
  ): Promise<ConnectionOptions>;
}

export async function openTlsSite(site: TestSite): Promise<TlsSite> {
  const { tlsPort } = (await site.api.get('/authority')).json;
  const { certificate: root, sealedKey } = (await site.store.load()).authorities[0] ?? {};
  if (root === undefined || sealedKey === undefined) throw new Error('The site has no authority');
  return {
    port: tlsPort,
    url: `wss://127.0.0.1:${tlsPort}/ocpp/`,
    root,

    async require(id, profile) {
      const path = `/stations/${encodeURIComponent(id)}/security/profile`;
      const { status, text } = await site.api.post(path, { profile });
      if (status !== 200) throw new Error(`${status} ${text}`);
    },

    async identityOf(commonName, { organisation, now }) {
      const { csr, key } = await makeRequest({ commonName, organisation });
      const signer = { certificate: root, key: openKeyVault(join(site.folder, 'data')).open(sealedKey) };
      const subject = { serial: newSerial(), commonName, organisation };
      return { cert: (await signRequest(csr, subject, { signer, now })).certificate, key };
    },
  };
}

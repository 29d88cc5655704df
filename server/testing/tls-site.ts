import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type { Instant } from '#core/shared/units.ts';
import { openKeyVault } from '../security/key-vault.ts';
import { newSerial, signRequest } from '../security/make-certificates.ts';
import { makeRequest } from './make-request.ts';
import { eventually, type TestSite } from './start-site.ts';
import type { TestStation } from './test-station.ts';

/** The side of a test site that is spoken to over TLS. */
export interface TlsSite {
  readonly port: number;
  /** Address up to and including `/ocpp/`. */
  readonly url: string;
  readonly root: string;
  /** Sets the profile of a station by hand. */
  require(id: string, profile: number): Promise<void>;
  /** What a station shows that has asked for a certificate and keeps what it is sent. */
  certified(station: TestStation, commonName?: string): Promise<ConnectionOptions>;
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

    async certified(station, commonName = station.id) {
      const { organisation } = (await site.api.get('/authority')).json;
      const { csr, key } = await makeRequest({ commonName, organisation });
      let cert = '';
      station.answers('CertificateSigned', ({ certificateChain }) => {
        cert = String(certificateChain);
        return { status: 'Accepted' };
      });
      const { status } = await station.ok('SignCertificate', { csr });
      if (status !== 'Accepted') throw new Error(`The request was answered with ${status}`);
      await eventually(async () => {
        site.server.resumed();
        const path = `/stations/${encodeURIComponent(station.id)}/security`;
        return (await site.api.get(path)).json.certificates[0]?.state === 'installed';
      });
      return { cert, key };
    },

    async identityOf(commonName, { organisation, now }) {
      const { csr, key } = await makeRequest({ commonName, organisation });
      const signer = { certificate: root, key: openKeyVault(join(site.folder, 'data')).open(sealedKey) };
      const subject = { serial: newSerial(), commonName, organisation };
      return { cert: (await signRequest(csr, subject, { signer, now })).certificate, key };
    },
  };
}

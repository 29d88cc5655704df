import { hostname } from 'node:os';
import {
  type Authority,
  type KeyAlgorithm,
  renewalReason,
  type ServerCertificate,
} from '#core/security/authority.ts';
import type { SignedCertificate, StationCertificate } from '#core/security/station-certificate.ts';
import { DAY, later } from '#core/shared/units.ts';
import type { TlsIdentity } from '#ocpp/tls-identity.ts';
import type { Clock } from '../clock.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import type { KeyVault } from './key-vault.ts';
import { keyAsPem, makeRoot, makeServerCertificate, type Signer, signRequest } from './make-certificates.ts';

/** The site's own certificate authority: it vouches for this program and for the stations. */
export interface SiteAuthority {
  /** Made at the first need. Rejects while the site has no owner: nobody knows yet what it is called. */
  authority(): Promise<Authority>;
  /** What stations are shown that connect over TLS. */
  identity(): Promise<TlsIdentity>;
  sign(request: StationCertificate): Promise<SignedCertificate>;
  /** Whether its keys can be read; without their file beside the database they cannot. */
  isReadable(): boolean;
  /**
   * Makes a new root and new server certificates. Certificates of stations that the old one has signed stay good, but every
   * station needs the new root.
   */
  replace(by: string): Promise<void>;
  /** Makes new server certificates, also good for `addedNames` if they are given. */
  renew(wish: { readonly by: string; readonly addedNames?: readonly string[] }): Promise<void>;
  /** Renews server certificates whose time has come, or that lack a name or address of this machine. */
  renewIfDue(): Promise<void>;
  /** Calls back after every renewal. */
  onRenewed(listener: () => Promise<void>): void;
}

const RENEWED_BEFORE_DAYS = 30;

/**
 * BoringSSL, which Electron is built on, holds one certificate at a time; RSA is the one that every station can read.
 */
const ALGORITHMS: readonly KeyAlgorithm[] = 'electron' in process.versions ? ['rsa'] : ['rsa', 'ecdsa'];

export function openSiteAuthority(
  desk: SiteDesk,
  vault: KeyVault,
  { clock, addresses }: { readonly clock: Clock; readonly addresses: () => readonly string[] },
): SiteAuthority {
  let making: Promise<Authority> | null = null;
  let renewing: Promise<void> = Promise.resolve();
  const listeners: (() => Promise<void>)[] = [];

  return {
    authority,

    async identity() {
      await authority();
      if (dueReason() !== null) await oneAfterTheOther(() => renewAll(null));
      const { authorities, serverCertificates } = desk.live;
      return {
        certificates: ALGORITHMS.flatMap((algorithm) => serverCertificates.get(algorithm) ?? []).map(
          (one) => ({
            key: keyAsPem(vault.open(one.sealedKey)),
            chain: one.certificate + (authorities.get(one.authoritySerial)?.certificate ?? ''),
          }),
        ),
        roots: [...authorities.values()].map(({ certificate }) => certificate),
      };
    },

    async sign(request) {
      const { organisation, ...rest } = await authority();
      const { serial, commonName } = request;
      const signer = signerOf(rest);
      return signRequest(request.request, { serial, commonName, organisation }, { signer, now: clock.now() });
    },

    isReadable,

    async replace(by) {
      await make(by);
      await oneAfterTheOther(() => renewAll({ by }));
      await tellRenewed();
    },

    async renew(wish) {
      await authority();
      await oneAfterTheOther(() => renewAll(wish));
      await tellRenewed();
    },

    async renewIfDue() {
      if (desk.live.authorities.size === 0 || !isReadable() || dueReason() === null) return;
      await oneAfterTheOther(() => renewAll(null));
      await tellRenewed();
    },

    onRenewed(listener) {
      listeners.push(listener);
    },
  };

  async function tellRenewed(): Promise<void> {
    for (const listener of listeners) await listener();
  }

  function isReadable(): boolean {
    const newest = newestAuthority();
    if (newest === undefined) return true;
    try {
      vault.open(newest.sealedKey);
      return true;
    } catch {
      return false;
    }
  }

  function authority(): Promise<Authority> {
    const newest = newestAuthority();
    if (newest !== undefined) return Promise.resolve(newest);
    making ??= make(null).finally(() => {
      making = null;
    });
    return making;
  }

  function newestAuthority(): Authority | undefined {
    return [...desk.live.authorities.values()].at(-1);
  }

  async function make(by: string | null): Promise<Authority> {
    const known = newestAuthority()?.organisation;
    const organisation = known ?? desk.live.site.name.trim().slice(0, MOST_ORGANISATION_LETTERS);
    const now = clock.now();
    const { key, ...root } = await makeRoot(organisation, now);
    const made: Authority = { ...root, organisation, sealedKey: vault.seal(key), createdAt: now };
    return desk.decide(() => ({
      value: made,
      changes: [
        { kind: 'save-authority', authority: made },
        logLine(now, 'authority-made', { actor: by, facts: { organisation } }),
      ],
      told: [{ kind: 'log' }, { kind: 'site' }],
    }));
  }

  function dueReason(): string | null {
    const newest = newestAuthority();
    if (newest === undefined) return 'none';
    for (const algorithm of ALGORITHMS) {
      const certificate = desk.live.serverCertificates.get(algorithm);
      if (certificate === undefined) return 'missing';
      const facts = { now: clock.now(), authority: newest, names: ownNames(addresses()) };
      const reason = renewalReason(certificate, facts);
      if (reason !== null) return reason;
    }
    return null;
  }

  /** What one of them made due, another may have renewed meanwhile: it is looked at again in its turn. */
  function oneAfterTheOther(work: () => Promise<void>): Promise<void> {
    renewing = renewing.catch(() => {}).then(work);
    return renewing;
  }

  async function renewAll(
    wish: { readonly by: string; readonly addedNames?: readonly string[] } | null,
  ): Promise<void> {
    if (wish === null && dueReason() === null) return;
    const current = await authority();
    const known = desk.live.serverCertificates.get('rsa');
    const addedNames = wish?.addedNames ?? known?.addedNames ?? [];
    const names = [...new Set([...addedNames, ...ownNames(addresses())])];
    const made: ServerCertificate[] = [];
    for (const algorithm of ALGORITHMS)
      made.push(await makeOne(algorithm, { authority: current, names, addedNames }));
    await desk.decide(() => ({
      value: undefined,
      changes: [
        ...made.map((certificate) => ({ kind: 'save-server-certificate' as const, certificate })),
        logLine(clock.now(), 'server-certificate-renewed', {
          actor: wish?.by ?? null,
          facts: { names: names.join(', ') },
        }),
      ],
      told: [{ kind: 'log' }, { kind: 'site' }],
    }));
  }

  async function makeOne(
    algorithm: KeyAlgorithm,
    facts: {
      readonly authority: Authority;
      readonly names: readonly string[];
      readonly addedNames: readonly string[];
    },
  ): Promise<ServerCertificate> {
    const now = clock.now();
    const { organisation, serial: authoritySerial } = facts.authority;
    const signer = signerOf(facts.authority);
    const { key, ...made } = await makeServerCertificate(algorithm, facts.names, {
      signer,
      organisation,
      now,
    });
    return {
      ...made,
      algorithm,
      authoritySerial,
      names: facts.names,
      addedNames: facts.addedNames,
      sealedKey: vault.seal(key),
      issuedAt: now,
      renewAt: later(made.notAfter, -RENEWED_BEFORE_DAYS * DAY),
    };
  }

  function signerOf({ certificate, sealedKey }: Pick<Authority, 'certificate' | 'sealedKey'>): Signer {
    return { certificate, key: vault.open(sealedKey) };
  }
}

/** X.520: an organisation's name is no longer. */
const MOST_ORGANISATION_LETTERS = 64;

/** Under which stations and browsers may call this machine; the first is the common name. */
function ownNames(addresses: readonly string[]): readonly string[] {
  const name = hostname().toLowerCase();
  const names = name.includes('.') ? [name] : [name, `${name}.local`];
  return [...names, 'localhost', ...addresses, '127.0.0.1'];
}

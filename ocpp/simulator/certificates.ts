import { X509Certificate as NodeCertificate, webcrypto } from 'node:crypto';
import type { Request, Response } from '../v16/actions.ts';
import { certificateHash, type HashAlgorithm, isSameHash } from './certificate-hash.ts';
import type { Configuration } from './configuration.ts';

export type CertificateUse = Request<'InstallCertificate'>['certificateType'];

/** A certificate of the station itself, with its key; PEM both. */
export interface StationCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** The trust store and the key of a station (security paper A02, M03 to M05). */
export interface Certificates {
  /** What the station shows in a mutual handshake. */
  readonly own: StationCertificate | undefined;
  roots(use: CertificateUse): readonly string[];
  install(request: Request<'InstallCertificate'>): Response<'InstallCertificate'>;
  list(request: Request<'GetInstalledCertificateIds'>): Response<'GetInstalledCertificateIds'>;
  delete(request: Request<'DeleteCertificate'>): Response<'DeleteCertificate'>;
  /** A new key pair and a signing request for it, as PEM. The key waits for its certificate. */
  createRequest(): Promise<string>;
  /** Takes the certificate for the waiting key; false if it is for another one. */
  takeSigned(chain: string): boolean;
}

export interface CertificatesOptions {
  readonly stationId: string;
  readonly configuration: Configuration;
  readonly own: StationCertificate | undefined;
  /** Root certificates of central systems that the station trusts from the beginning, as PEM. */
  readonly roots: readonly string[];
  readonly hashAlgorithm: HashAlgorithm;
  /** Whether the last root of the central system may go. */
  needsRoot(): boolean;
}

interface Installed {
  readonly use: CertificateUse;
  readonly pem: string;
}

export function createCertificates(options: CertificatesOptions): Certificates {
  const { configuration, stationId, hashAlgorithm } = options;
  let installed: readonly Installed[] = options.roots.map((pem) => ({
    use: 'CentralSystemRootCertificate',
    pem,
  }));
  let own = options.own;
  let waiting: { readonly privateKey: string; readonly publicKey: string } | undefined;

  function roots(use: CertificateUse): readonly string[] {
    return installed.filter((one) => one.use === use).map(({ pem }) => pem);
  }

  return {
    get own() {
      return own;
    },
    roots,

    install({ certificateType: use, certificate: pem }) {
      if (read(pem) === undefined) return { status: 'Rejected' };
      if (installed.length >= configuration.number('CertificateStoreMaxLength')) return { status: 'Failed' };
      installed = [...installed.filter((one) => one.use !== use || one.pem !== pem), { use, pem }];
      return { status: 'Accepted' };
    },

    list({ certificateType }) {
      const found = roots(certificateType).map((pem) => certificateHash(pem, issuerOf(pem), hashAlgorithm));
      return found.length === 0 ? { status: 'NotFound' } : { status: 'Accepted', certificateHashData: found };
    },

    delete({ certificateHashData: wanted }) {
      const found = installed.find(({ pem }) =>
        isSameHash(certificateHash(pem, issuerOf(pem), wanted.hashAlgorithm), wanted),
      );
      if (found === undefined) return { status: 'NotFound' };
      const isLast = roots('CentralSystemRootCertificate').length === 1;
      if (found.use === 'CentralSystemRootCertificate' && isLast && options.needsRoot())
        return { status: 'Failed' };
      installed = installed.filter((one) => one !== found);
      return { status: 'Accepted' };
    },

    async createRequest() {
      // Loaded when it is needed: hardly any simulated station ever asks for a certificate.
      await import('reflect-metadata');
      const { cryptoProvider, Pkcs10CertificateRequestGenerator } = await import('@peculiar/x509');
      cryptoProvider.set('default', webcrypto);
      const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
        'sign',
        'verify',
      ]);
      const request = await Pkcs10CertificateRequestGenerator.create({
        // A00.FR.404, 405: the operator's name and the serial number of the station.
        name: [{ CN: [stationId] }, { O: [configuration.value('CpoName') ?? ''] }],
        keys,
        signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      });
      waiting = {
        privateKey: pemOf('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
        publicKey: Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey)).toString('base64'),
      };
      return request.toString('pem');
    },

    takeSigned(chain) {
      const leaf = read(chain);
      const key = leaf?.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
      if (waiting === undefined || key !== waiting.publicKey) return false;
      own = { certificate: chain, privateKey: waiting.privateKey };
      waiting = undefined;
      return true;
    },
  };

  /** The certificate that signed this one, as far as the station has it; a root signs itself. */
  function issuerOf(pem: string): string {
    const certificate = read(pem);
    const issuer = installed.find(({ pem: other }) => {
      const candidate = read(other);
      return candidate !== undefined && certificate?.checkIssued(candidate);
    });
    return issuer?.pem ?? pem;
  }
}

function read(pem: string): NodeCertificate | undefined {
  try {
    return new NodeCertificate(pem);
  } catch {
    return undefined;
  }
}

function pemOf(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

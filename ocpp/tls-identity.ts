import type { SecureContextOptions, TlsOptions } from 'node:tls';

/** Who we are to stations that connect over TLS. */
export interface TlsIdentity {
  /** One for each kind of key (RSA, ECDSA): which one a station can read is settled in the handshake. */
  readonly certificates: readonly { readonly key: string; readonly chain: string }[];
  /** Roots of the certificates that stations may show, as PEM. */
  readonly roots: readonly string[];
}

/**
 * Security paper A00.FR.317: the four suites that every central system must offer. The two that have no forward secrecy
 * come last; those of TLS 1.3 are Node's own.
 */
const SUITES = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
] as const;

const TLS_1_3_SUITES = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];

/**
 * What every connection over TLS is held to: TLS 1.2 or later (A00.FR.312–314). Compression is not built into Node's TLS
 * (A00.FR.320). A certificate is asked for, and judged when the station has said who it is: then the refusal can name a
 * station and a reason, which a broken handshake cannot.
 */
export const TLS_RULES: TlsOptions = {
  minVersion: 'TLSv1.2',
  ciphers: [...TLS_1_3_SUITES, ...SUITES].join(':'),
  honorCipherOrder: true,
  requestCert: true,
  rejectUnauthorized: false,
};

export function secureContextOf(identity: TlsIdentity): SecureContextOptions {
  return {
    minVersion: 'TLSv1.2',
    ciphers: TLS_RULES.ciphers,
    honorCipherOrder: true,
    key: identity.certificates.map(({ key }) => key),
    cert: identity.certificates.map(({ chain }) => chain),
    ca: [...identity.roots],
  };
}

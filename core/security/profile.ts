import type { StationCredential } from '../stations/station.ts';

/**
 * Security paper §3: 0 proves nothing (the unofficial name), 1 a password, 2 a password over TLS, 3 certificates on both
 * sides.
 */
export type SecurityProfile = 0 | 1 | 2 | 3;

/** How a station has to connect. Together with its credential this makes its security profile. */
export type RequiredTransport = 'plain' | 'tls' | 'mutual-tls';

export function profileOf(
  transport: RequiredTransport,
  credential: { readonly kind: StationCredential['kind'] },
): SecurityProfile {
  switch (transport) {
    case 'plain':
      return credential.kind === 'open' ? 0 : 1;
    case 'tls':
      return 2;
    case 'mutual-tls':
      return 3;
  }
}

export function transportOf(profile: SecurityProfile): RequiredTransport {
  if (profile === 3) return 'mutual-tls';
  return profile === 2 ? 'tls' : 'plain';
}

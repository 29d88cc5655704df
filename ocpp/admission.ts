import type { Handshake } from './handshake.ts';

/** What the owner of the stations says to a handshake. */
export type Admission =
  | {
      readonly kind: 'accept';
      /** Whether this station may leave out the subprotocol (Grizzl-E does). */
      readonly allowMissingProtocol: boolean;
      /** Whether the station has proven who it is. */
      readonly authenticated: boolean;
      /** Whether it has been on the line before: then its first frame may be a stop of any length. */
      readonly heardBefore: boolean;
      /** How often it is pinged where that is not as usual. */
      readonly pingIntervalMs?: number;
    }
  | {
      readonly kind: 'refuse';
      readonly reason:
        | 'unknown-station'
        | 'missing-password'
        | 'wrong-password'
        | 'too-many-attempts'
        | 'other-profile'
        | 'missing-certificate'
        | 'foreign-certificate'
        | 'expired-certificate'
        | 'certificate-of-other-station'
        | 'certificate-of-other-site'
        | 'revoked-certificate'
        | 'not-ready'
        | 'held-offline';
      /** 401 for an unknown station where passwords are required, so that ids cannot be probed. */
      readonly httpStatus?: 401 | 404;
    };

/** Decides about a handshake; may take its time. */
export type Admit = (handshake: Handshake) => Promise<Admission>;

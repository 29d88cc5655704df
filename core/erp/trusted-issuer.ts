import type { ClientId, TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** Somebody else who issues tokens that clients may exchange for ours (RFC 8693). */
export interface TrustedIssuer {
  readonly id: number;
  /** Only clients of this node and below may exchange its tokens, and only for people of it. */
  readonly tenantId: TenantId;
  readonly name: string;
  /** What its tokens say in `iss`. */
  readonly issuer: string;
  /** What its tokens have to say in `aud`. */
  readonly audience: string;
  readonly keys: IssuerKeys;
  readonly actsFor: ActsFor;
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
  readonly removedAt: Instant | null;
}

/** What its signatures are checked with: stored here, or fetched, with what was fetched last for when it is away. */
export type IssuerKeys =
  | { readonly kind: 'stored'; readonly jwks: KeySet }
  | {
      readonly kind: 'url';
      readonly url: string;
      readonly fetched: { readonly jwks: KeySet; readonly at: Instant } | null;
    };

/** Public keys as RFC 7517 writes them. */
export interface KeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** For whom somebody acts who brings a token: a client, or the person whom a claim of the token names. */
export type ActsFor =
  | { readonly kind: 'client'; readonly clientId: ClientId }
  | { readonly kind: 'person'; readonly claim: PersonClaim };

/** The person's e-mail address, or the name that is typed to sign in. */
export const PERSON_CLAIMS = ['email', 'preferred_username'] as const;
export type PersonClaim = (typeof PERSON_CLAIMS)[number];

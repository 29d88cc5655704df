import type { Instant } from '../shared/units.ts';
import type { ApiRequest } from './api-request.ts';
import type { ApiClient } from './client.ts';
import type { Delivery } from './delivery.ts';
import type { SigningKey } from './signing-key.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';
import type { Webhook } from './webhook.ts';

/** Changes of what programs need to use the API. */
export type ErpChange =
  | { readonly kind: 'save-client'; readonly client: ApiClient }
  | { readonly kind: 'save-issuer'; readonly issuer: TrustedIssuer }
  | { readonly kind: 'save-signing-key'; readonly key: SigningKey }
  | { readonly kind: 'remove-signing-key'; readonly kid: string }
  | { readonly kind: 'revoke-token'; readonly token: RevokedToken }
  | { readonly kind: 'forget-revoked-token'; readonly id: string }
  | { readonly kind: 'add-api-request'; readonly request: ApiRequest }
  | { readonly kind: 'save-idempotency'; readonly record: IdempotencyRecord }
  | { readonly kind: 'forget-idempotency'; readonly keyHash: string }
  | { readonly kind: 'save-webhook'; readonly webhook: Webhook }
  | { readonly kind: 'save-delivery'; readonly delivery: Delivery };

export interface RevokedToken {
  /** The token's `jti`. */
  readonly id: string;
  /** When it ends by itself; then nobody needs to remember it. */
  readonly expiresAt: Instant;
}

/** That something was asked under a key, so that it is not done twice. */
export interface IdempotencyRecord {
  /** Of the key and of who used it. */
  readonly keyHash: string;
  /** What was asked, sealed by the key vault: bodies hold passwords. */
  readonly sealedFingerprint: string;
  readonly at: Instant;
  /** Sealed; null while nobody knows how it ended. */
  readonly sealedAnswer: string | null;
}

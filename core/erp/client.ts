import type { Permission } from '../people/permission.ts';
import type { ClientId, TenantId } from '../shared/ids.ts';
import { type Instant, instant, SECOND } from '../shared/units.ts';

/** A program that uses the API with tokens of its own, such as an ERP. */
export interface ApiClient {
  readonly id: ClientId;
  /** Where its permissions begin; they reach below. */
  readonly tenantId: TenantId;
  readonly name: string;
  /** The most that its tokens can permit. */
  readonly permissions: readonly Permission[];
  /** Newest last. While one is changed, the one before may count for a time. */
  readonly secrets: readonly ClientSecret[];
  /** Web pages that may call the API with its tokens, as browsers write their origin. */
  readonly origins: readonly string[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** Tokens issued before this moment count no more. On a full second, as in tokens. */
  readonly tokensFrom: Instant;
  readonly disabledAt: Instant | null;
  readonly removedAt: Instant | null;
}

export interface ClientSecret {
  /** Salted hash; never the secret. */
  readonly record: string;
  readonly madeAt: Instant;
  /** Null as long as no other has taken its place. */
  readonly validUntil: Instant | null;
}

/** Whether a client may do anything at all. */
export function isInUse({ disabledAt, removedAt }: Pick<ApiClient, 'disabledAt' | 'removedAt'>): boolean {
  return disabledAt === null && removedAt === null;
}

export function secretsValidAt({ secrets }: ApiClient, now: Instant): readonly ClientSecret[] {
  return secrets.filter(({ validUntil }) => validUntil === null || validUntil > now);
}

/** Gives a client a new secret. Those before count until `oldUntil`; when that has come, its tokens end as well. */
export function withNewSecret(
  client: ApiClient,
  record: string,
  { now, oldUntil }: { readonly now: Instant; readonly oldUntil: Instant },
): ApiClient {
  const before = secretsValidAt(client, now).map((secret) => ({
    ...secret,
    validUntil: secret.validUntil === null || secret.validUntil > oldUntil ? oldUntil : secret.validUntil,
  }));
  const changed = {
    ...client,
    secrets: [
      ...before.filter(({ validUntil }) => validUntil > now),
      { record, madeAt: now, validUntil: null },
    ],
  };
  return oldUntil > now ? changed : withoutTokens(changed, now);
}

/** Ends all tokens that a client has got so far. */
export function withoutTokens(client: ApiClient, now: Instant): ApiClient {
  // Tokens tell their moment in full seconds: those of this second end too, and the next one is dated after them.
  return { ...client, tokensFrom: instant((Math.floor(now / SECOND) + 1) * SECOND) };
}

export interface ClientRow {
  readonly id: string;
  readonly tenant_id: number;
  readonly name: string;
  readonly permissions_json: string;
  readonly secrets_json: string;
  readonly origins_json: string;
  readonly created_at: number;
  readonly created_by: string;
  readonly tokens_from: number;
  readonly disabled_at: number | null;
  readonly removed_at: number | null;
}

/** What the requests of a client leave behind. */
export interface ClientUse {
  readonly last_used_at: number | null;
}

export interface IssuerRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  readonly keys_json: string;
  readonly acts_for_json: string;
  readonly created_at: number;
  readonly disabled_at: number | null;
  readonly removed_at: number | null;
}

export interface SigningKeyRow {
  readonly kid: string;
  readonly public_jwk_json: string;
  readonly sealed_key: string;
  readonly created_at: number;
}

export interface RevokedTokenRow {
  readonly jti: string;
  readonly expires_at: number;
}

export interface ApiRequestRow {
  readonly at: number;
  readonly client_id: string | null;
  readonly tenant_id: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly duration_ms: number;
  readonly code: string | null;
  readonly address: string;
}

export interface IdempotencyRow {
  readonly key_hash: string;
  readonly sealed_fingerprint: string;
  readonly at: number;
  readonly sealed_answer: string | null;
}

export interface WebhookRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly name: string;
  readonly url: string;
  readonly kinds_json: string;
  readonly sealed_secret: string;
  readonly created_at: number;
  readonly created_by: string;
  readonly disabled_at: number | null;
  readonly removed_at: number | null;
  readonly given_up_at: number | null;
}

export interface DeliveryRow {
  readonly id: number;
  readonly webhook_id: number;
  readonly message_id: string;
  readonly kind: string;
  readonly at: number;
  readonly payload: string;
  readonly life_json: string;
  readonly is_open: number;
}

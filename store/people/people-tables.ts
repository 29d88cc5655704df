export interface PersonRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly name: string;
  readonly email: string;
  readonly grants_json: string;
  readonly driver_id: number | null;
  readonly password_record: string | null;
  readonly must_change_password: number;
  readonly second_factor_json: string | null;
  readonly created_at: number;
  readonly disabled_at: number | null;
}

export interface SignInRow {
  readonly token_hash: string;
  readonly person_id: number;
  readonly created_at: number;
  readonly expires_at: number;
  readonly user_agent: string;
  readonly address: string;
  readonly last_seen_at: number;
}

export interface SignInHistoryRow {
  readonly person_id: number;
  readonly last_signed_in_at: number | null;
  readonly failed_count: number;
  readonly failed_since: number | null;
}

export interface OwnRoleRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly name: string;
  readonly permissions_json: string;
  readonly removed_at: number | null;
}

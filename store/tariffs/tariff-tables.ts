export interface TariffRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly name: string;
  readonly text: string;
  readonly draft_json: string | null;
  readonly added_at: number;
  readonly removed_at: number | null;
}

export interface TariffVersionRow {
  readonly tariff_id: number;
  readonly number: number;
  readonly valid_from: number;
  readonly tariff_json: string;
  readonly text: string;
  readonly published_at: number;
  readonly published_by: string;
  readonly note: string;
  readonly withdrawn_at: number | null;
}

export interface TariffRuleRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly tariff_id: number;
  readonly target_json: string;
  readonly extras_json: string;
  readonly valid_from: number;
  readonly removed_at: number | null;
}

export interface SessionTermsRow {
  readonly session_id: number;
  readonly terms_json: string;
}

export interface SessionUseRow {
  readonly session_id: number;
  readonly at: number;
  readonly status: string;
}

export interface SessionPriceRow {
  readonly session_id: number;
  readonly number: number;
  readonly at: number;
  readonly priced_by: string | null;
  readonly because: string;
  readonly note: string;
  /** Null where it had none, and of the first price: those stand in `session_terms`. */
  readonly terms_json: string | null;
  /** See `packed-outcome.ts`. */
  readonly outcome_json: string;
}

/** The latest price of a session, as lists and sums need it. */
export interface SessionCostRow {
  readonly session_id: number;
  readonly started_at: number;
  readonly tenant_id: number;
  readonly station_id: string;
  /** `open` until it was priced; then the kind of the outcome. */
  readonly state: string;
  readonly number: number;
  readonly tariff_id: number | null;
  readonly tariff_name: string | null;
  readonly group_id: number | null;
  readonly group_name: string | null;
  /** Such as `driver 7`. */
  readonly payer: string | null;
  readonly currency: string | null;
  readonly excl_vat: number | null;
  readonly incl_vat: number | null;
  readonly energy_mwh: number | null;
  readonly free_mwh: number;
  /** Why it is held; null where it is not. */
  readonly held_reason: string | null;
}

/** What a session was priced by last, apart from its cost: sums read all of that, and none of this. */
export interface SessionUsageRow {
  readonly session_id: number;
  readonly usage_json: string;
}

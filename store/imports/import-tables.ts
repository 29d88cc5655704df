export interface ImportRunRow {
  readonly id: number;
  readonly kind: string;
  readonly tenant_id: number;
  readonly file_name: string;
  readonly at: number;
  readonly imported_by: string;
  readonly counts_json: string;
  /** The rows that were not taken, as CSV. */
  readonly left_rows: string;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
}

/** One record that an import touched, as it was and as it became. */
export interface ImportRowRow {
  readonly import_id: number;
  readonly number: number;
  readonly record_kind: string;
  readonly record_id: string;
  readonly before_json: string | null;
  readonly after_json: string;
}

export interface ImportProfileRow {
  readonly kind: string;
  readonly tenant_id: number;
  readonly headers_json: string;
  readonly mapping_json: string;
  readonly used_at: number;
}

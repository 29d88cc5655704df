/** One row for each acceptance of a connector; see `core/commissioning`. */
export interface AcceptanceRunRow {
  readonly id: number;
  readonly station_id: string;
  readonly connector_id: number;
  readonly started_at: number;
  readonly started_by: string;
  readonly steps_json: string;
  readonly configuration_json: string | null;
  readonly end_json: string | null;
  readonly is_open: number;
}

export interface SessionRow {
  readonly id: number;
  readonly transaction_id: number;
  readonly start_key: string;
  readonly station_id: string;
  readonly connector_id: number;
  readonly id_tag: string;
  readonly card_uid: string;
  readonly card_id: number | null;
  readonly holder: string | null;
  /** The holder in lower case, for searching. */
  readonly holder_folded: string | null;
  readonly tenant_id: number;
  readonly driver_id: number | null;
  readonly vehicle_id: number | null;
  readonly admission_json: string;
  readonly started_at: number;
  readonly start_station_time: string;
  readonly start_time_source: string;
  readonly start_received_at: number;
  readonly start_register: number;
  readonly reservation_id: number | null;
  readonly first_register: number | null;
  readonly last_register: number | null;
  readonly last_sample_at: number | null;
  readonly ended_at: number | null;
  readonly end_station_time: string | null;
  readonly end_time_source: string | null;
  readonly end_received_at: number | null;
  readonly end_register: number | null;
  readonly end_reason: string | null;
  readonly end_id_tag: string | null;
  readonly end_source: string | null;
  readonly doubts_json: string;
  readonly decision_json: string | null;
  readonly state: string;
  readonly measured_wh: number | null;
  readonly settled_wh: number | null;
}

export interface CurveRow {
  readonly session_id: number;
  readonly points_json: string;
}

export interface StrayRow {
  readonly id: number;
  readonly station_id: string;
  readonly connector_id: number | null;
  readonly received_at: number;
  readonly kind: string;
  readonly transaction_id: number | null;
  readonly id_tag: string | null;
  readonly frame: string;
  readonly dismissed_json: string | null;
  readonly is_open: number;
}

export interface SampleRow {
  readonly station_id: string;
  readonly connector_id: number;
  readonly session_id: number | null;
  readonly at: number;
  readonly received_at: number;
  readonly register: number | null;
  readonly power: number | null;
  readonly current: number | null;
  readonly state_of_charge: number | null;
  readonly context: string;
  readonly other: string | null;
}

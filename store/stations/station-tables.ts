export interface StationRow {
  readonly id: string;
  readonly tenant_id: number;
  readonly group_ids_json: string;
  readonly power_class: string | null;
  readonly inventory_json: string;
  readonly name: string;
  readonly adopted_at: number;
  readonly retired_at: number | null;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly serial_number: string | null;
  readonly firmware: string | null;
  readonly credential_json: string;
  readonly missing_protocol_allowed: number;
  readonly max_power_w: number;
  readonly last_boot_at: number | null;
  readonly last_seen_at: number | null;
  readonly clock_offset_ms: number | null;
  readonly deviations_json: string;
  readonly behaviour_json: string;
  readonly registration: string;
  readonly eichrecht: number;
  readonly time_tariffs_allowed: number;
}

export interface ConnectorRow {
  readonly station_id: string;
  readonly connector_id: number;
  readonly status: string;
  readonly error_code: string;
  readonly info: string | null;
  readonly vendor_error_code: string | null;
  readonly since: number;
  readonly received_at: number;
  readonly closed_by: string | null;
  readonly closed_at: number | null;
}

export interface CommandRow {
  readonly id: number;
  readonly station_id: string;
  readonly order_json: string;
  readonly ordered_by: string;
  readonly queued_at: number;
  readonly life_json: string;
  readonly is_open: number;
}

export interface StationConfigurationRow {
  readonly station_id: string;
  readonly read_at: number | null;
  readonly firmware: string | null;
  readonly whole: number;
  readonly keys_json: string;
  readonly unknown_json: string;
  readonly template_id: number | null;
}

export interface ConfigurationChangeRow {
  readonly station_id: string;
  readonly at: number;
  readonly who: string;
  readonly key: string;
  readonly value_before: string | null;
  readonly value_wanted: string | null;
  readonly value_after: string | null;
  readonly answer_json: string;
  readonly template_id: number | null;
}

export interface ConfigurationTemplateRow {
  readonly id: number;
  readonly name: string;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly entries_json: string;
  readonly changed_at: number;
  readonly changed_by: string;
  readonly removed_at: number | null;
}

export interface LocalListRow {
  readonly station_id: string;
  readonly kept: number;
  readonly version: number | null;
  readonly entries_json: string;
  readonly acknowledged_at: number | null;
  readonly left_out_json: string;
  readonly state_json: string;
  readonly abilities_json: string;
}

export interface StationLimitsRow {
  readonly station_id: string;
  readonly profiles_json: string;
  readonly abilities_json: string;
  readonly abilities_read_at: number | null;
}

export interface ReservationRow {
  readonly id: number;
  readonly station_id: string;
  readonly connector_id: number;
  readonly card_uid: string;
  readonly card_group: string | null;
  readonly made_by: string;
  readonly made_at: number;
  readonly expires_at: number;
  readonly life_json: string;
  readonly is_held: number;
}

export interface StationDocumentRow {
  readonly id: number;
  readonly station_id: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly added_at: number;
  readonly added_by: string;
  readonly removed_at: number | null;
}

export interface UploadRow {
  readonly id: number;
  readonly station_id: string;
  readonly of: string;
  readonly asked_by: string;
  readonly asked_at: number;
  readonly life_json: string;
  readonly is_awaited: number;
}

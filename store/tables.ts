import type {
  AccessRuleRow,
  AssignmentRow,
  CardRow,
  DriverRow,
  GroupRow,
  HeldCardRow,
  VehicleRow,
} from './access/access-tables.ts';
import type { AcceptanceRunRow } from './commissioning/acceptance-run-row.ts';
import type { OwnRoleRow, PersonRow, SignInRow } from './people/people-tables.ts';
import type {
  AuthorityRow,
  ServerCertificateRow,
  StationCertificateRow,
  StationSecurityRow,
} from './security/security-tables.ts';
import type { SiteAddressRow, StationDoorRow } from './settings/address-rows.ts';
import type { TenantRow } from './tenants/tenant-tables.ts';

/**
 * The tables as SQLite holds them, for typed queries and row mappers. Times are milliseconds since 1970 (UTC),
 * registers Wh with a fraction, settled energies whole Wh, yes and no are 1 and 0, columns named `…_json` hold JSON.
 */
export interface Tables {
  readonly settings: SettingsRow;
  readonly tenant: TenantRow;
  readonly own_role: OwnRoleRow;
  readonly access_group: GroupRow;
  readonly access_rule: AccessRuleRow;
  readonly driver: DriverRow;
  readonly vehicle: VehicleRow;
  readonly assignment: AssignmentRow;
  readonly person: PersonRow;
  readonly sign_in: SignInRow;
  readonly station: StationRow;
  readonly connector: ConnectorRow;
  readonly authority: AuthorityRow;
  readonly server_certificate: ServerCertificateRow;
  readonly station_certificate: StationCertificateRow;
  readonly station_security: StationSecurityRow;
  readonly card: CardRow;
  readonly held_card: HeldCardRow & Numbered;
  readonly command: CommandRow;
  readonly acceptance_run: AcceptanceRunRow;
  readonly local_list: LocalListRow;
  readonly station_limits: StationLimitsRow;
  readonly reservation: ReservationRow;
  readonly upload: UploadRow;
  readonly station_configuration: StationConfigurationRow;
  readonly configuration_change: ConfigurationChangeRow & Numbered;
  readonly configuration_template: ConfigurationTemplateRow;
  readonly session: SessionRow & { readonly first_sample_id: number };
  readonly session_curve: CurveRow;
  readonly stray: StrayRow;
  readonly meter_sample: SampleRow & Numbered;
  readonly journal: JournalRow & Numbered;
  readonly log_entry: LogEntryRow & Numbered;
  readonly site_address: SiteAddressRow;
  readonly station_door: StationDoorRow;
}

/** Tables whose rows SQLite numbers in the order of arrival. */
export interface Numbered {
  readonly id: number;
}

export interface SettingsRow {
  readonly only_row: number;
  readonly name: string;
  readonly language: string;
  readonly region: string;
  readonly time_zone: string;
  readonly access: string;
  readonly lan_open: number;
  readonly test_tool_mode: number;
  readonly modules_off_json: string;
  readonly lan_targets_json: string;
  readonly set_up_at: number;
}

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

export interface UploadRow {
  readonly id: number;
  readonly station_id: string;
  readonly of: string;
  readonly asked_by: string;
  readonly asked_at: number;
  readonly life_json: string;
  readonly is_awaited: number;
}

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

export interface JournalRow {
  readonly station_id: string;
  readonly at: number;
  readonly direction: string;
  readonly text: string;
  readonly answer: string | null;
}

export interface LogEntryRow {
  readonly at: number;
  readonly kind: string;
  readonly level: string;
  readonly tenant_id: number;
  readonly station_id: string | null;
  readonly connector_id: number | null;
  readonly session_id: number | null;
  readonly actor: string | null;
  readonly facts_json: string;
  readonly changed_json: string;
  /** Null in entries from before the logbook was chained. */
  readonly hash: string | null;
}

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
import type { MeterKeysRow, SoldReadingRow } from './eichrecht/eichrecht-tables.ts';
import type {
  ApiRequestRow,
  ClientRow,
  ClientUse,
  DeliveryRow,
  IdempotencyRow,
  IssuerRow,
  RevokedTokenRow,
  SigningKeyRow,
  WebhookRow,
} from './erp/erp-tables.ts';
import type { ImportProfileRow, ImportRowRow, ImportRunRow } from './imports/import-tables.ts';
import type { OwnRoleRow, PersonRow, SignInHistoryRow, SignInRow } from './people/people-tables.ts';
import type {
  AuthorityRow,
  ServerCertificateRow,
  StationCertificateRow,
  StationSecurityRow,
} from './security/security-tables.ts';
import type { CurveRow, SampleRow, SessionRow, StrayRow } from './sessions/session-tables.ts';
import type { SiteAddressRow, StationDoorRow } from './settings/address-rows.ts';
import type {
  CommandRow,
  ConfigurationChangeRow,
  ConfigurationTemplateRow,
  ConnectorRow,
  LocalListRow,
  ReservationRow,
  StationConfigurationRow,
  StationDocumentRow,
  StationLimitsRow,
  StationRow,
  UploadRow,
} from './stations/station-tables.ts';
import type {
  SessionCostRow,
  SessionPriceRow,
  SessionTermsRow,
  SessionUsageRow,
  SessionUseRow,
  TariffRow,
  TariffRuleRow,
  TariffVersionRow,
} from './tariffs/tariff-tables.ts';
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
  readonly tariff: TariffRow;
  readonly tariff_version: TariffVersionRow;
  readonly tariff_rule: TariffRuleRow;
  readonly session_terms: SessionTermsRow;
  readonly session_use: SessionUseRow & Numbered;
  readonly session_price: SessionPriceRow;
  readonly session_cost: SessionCostRow;
  readonly session_usage: SessionUsageRow;
  readonly price_due: { readonly session_id: number };
  readonly driver: DriverRow;
  readonly vehicle: VehicleRow;
  readonly assignment: AssignmentRow;
  readonly person: PersonRow;
  readonly sign_in: SignInRow;
  readonly sign_in_history: SignInHistoryRow;
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
  readonly station_document: StationDocumentRow;
  readonly station_configuration: StationConfigurationRow;
  readonly configuration_change: ConfigurationChangeRow & Numbered;
  readonly configuration_template: ConfigurationTemplateRow;
  readonly meter_keys: MeterKeysRow;
  readonly sold_reading: SoldReadingRow;
  readonly session: SessionRow & { readonly first_sample_id: number };
  readonly session_curve: CurveRow;
  readonly stray: StrayRow;
  readonly meter_sample: SampleRow & Numbered;
  readonly journal: JournalRow & Numbered;
  readonly import_run: ImportRunRow;
  readonly import_row: ImportRowRow;
  readonly import_profile: ImportProfileRow;
  readonly log_entry: LogEntryRow & Numbered;
  readonly site_address: SiteAddressRow;
  readonly station_door: StationDoorRow;
  readonly api_client: ClientRow & ClientUse;
  readonly trusted_issuer: IssuerRow;
  readonly signing_key: SigningKeyRow;
  readonly revoked_token: RevokedTokenRow;
  readonly api_request: ApiRequestRow & Numbered;
  readonly idempotency: IdempotencyRow;
  readonly webhook: WebhookRow;
  readonly webhook_delivery: DeliveryRow;
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

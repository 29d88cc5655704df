export interface AuthorityRow {
  readonly serial: string;
  readonly organisation: string;
  readonly certificate: string;
  readonly sealed_key: string;
  readonly created_at: number;
  readonly not_after: number;
}

export interface ServerCertificateRow {
  readonly algorithm: string;
  readonly serial: string;
  readonly authority_serial: string;
  readonly names_json: string;
  readonly added_names_json: string;
  readonly certificate: string;
  readonly sealed_key: string;
  readonly issued_at: number;
  readonly not_after: number;
  readonly renew_at: number;
}

export interface StationCertificateRow {
  readonly serial: string;
  readonly station_id: string;
  readonly common_name: string;
  readonly request: string;
  readonly requested_at: number;
  readonly signed_json: string;
  readonly life_json: string;
}

export interface StationSecurityRow {
  readonly station_id: string;
  readonly transport: string;
  readonly upgrade_json: string;
  readonly next_key_json: string;
  readonly certificate_asked_at: number | null;
}

export interface SiteAddressRow {
  readonly only_row: number;
  readonly address: string;
  readonly interface_name: string;
  readonly since: number;
  readonly previous: string | null;
}

export interface StationDoorRow {
  readonly station_id: string;
  readonly host: string;
  readonly transport: string;
  readonly at: number;
}

export interface MeterKeysRow {
  readonly station_id: string;
  readonly connector_id: number;
  readonly history_json: string;
  readonly shown_json: string | null;
  readonly alarm_json: string | null;
}

export interface SoldReadingRow {
  readonly mark: string;
  readonly session_id: number;
}

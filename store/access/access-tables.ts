export interface CardRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly uid: string;
  readonly spellings_json: string;
  readonly label: string;
  readonly holder: string;
  readonly group_ids_json: string;
  readonly added_at: number;
  readonly valid_from: number | null;
  readonly blocked_at: number | null;
  readonly expires_at: number | null;
  readonly max_concurrent: number | null;
  readonly parent_tag: string | null;
  readonly removed_at: number | null;
  /** For sorting, as `plain` makes it. */
  readonly holder_folded: string;
  /** Everything a search looks through, folded, in one text. */
  readonly search_folded: string;
}

export interface HeldCardRow {
  readonly uid: string;
  readonly station_id: string;
  readonly at: number;
  readonly verdict: string;
}

export interface GroupRow {
  readonly id: number;
  readonly of: string;
  readonly tenant_id: number;
  readonly name: string;
  readonly added_at: number;
  readonly removed_at: number | null;
}

export interface AccessRuleRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly name: string;
  readonly who_json: string;
  readonly where_json: string;
  readonly windows_json: string;
  readonly valid_from: number | null;
  readonly valid_to: number | null;
  readonly removed_at: number | null;
}

export interface DriverRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly name: string;
  /** For sorting and searching, as `plain` makes it. */
  readonly name_folded: string;
  readonly email: string;
  readonly phone: string;
  readonly cost_centre: string;
  readonly contract: string;
  readonly group_ids_json: string;
  readonly valid_from: number | null;
  readonly expires_at: number | null;
  readonly blocked_at: number | null;
  readonly note: string;
  readonly added_at: number;
  readonly removed_at: number | null;
  /** Everything a search looks through, folded, in one text. */
  readonly search_folded: string;
}

export interface VehicleRow {
  readonly id: number;
  readonly tenant_id: number;
  readonly plate: string;
  readonly plate_folded: string;
  readonly label: string;
  readonly make: string;
  readonly model: string;
  readonly battery_wh: number | null;
  readonly ac_power_w: number | null;
  readonly phases: number | null;
  readonly vid: string | null;
  readonly group_ids_json: string;
  readonly odometer_json: string;
  readonly blocked_at: number | null;
  readonly note: string;
  readonly added_at: number;
  readonly removed_at: number | null;
  readonly search_folded: string;
}

export interface AssignmentRow {
  readonly id: number;
  readonly card_id: number | null;
  readonly driver_id: number | null;
  readonly vehicle_id: number | null;
  readonly valid_from: number | null;
  readonly valid_to: number | null;
  readonly removed_at: number | null;
}

export interface TenantRow {
  readonly id: number;
  readonly parent_id: number | null;
  readonly name: string;
  readonly kind: string;
  readonly added_at: number;
  readonly removed_at: number | null;
}

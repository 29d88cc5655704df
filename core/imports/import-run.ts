import type { Assignment } from '../access/assignment.ts';
import type { Card } from '../access/card.ts';
import type { Driver } from '../access/driver.ts';
import type { Group } from '../access/group.ts';
import type { Vehicle } from '../access/vehicle.ts';
import type { TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { Station } from '../stations/station.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Mapping } from './guess-mapping.ts';
import type { ImportKind } from './import-kind.ts';

/** One import as it stands in the history. */
export interface ImportRun {
  readonly id: number;
  readonly kind: ImportKind;
  readonly tenantId: TenantId;
  readonly fileName: string;
  readonly at: Instant;
  readonly by: string;
  readonly counts: ImportCounts;
  /** The rows that were not taken, as a CSV file with the reason beside each; empty where all were. */
  readonly leftRows: string;
  readonly undone: { readonly at: Instant; readonly by: string } | null;
}

export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly error: number;
  readonly skipped: number;
}

/** How columns were mapped for files with these titles, to be offered the next time. */
export interface ImportProfile {
  readonly kind: ImportKind;
  readonly tenantId: TenantId;
  /** As `plainHeader` makes them, in the order of the file. */
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly usedAt: Instant;
}

/** A record that an import has added or changed. */
export type ImportedRecord =
  | Touched<'tenant', Tenant>
  | Touched<'group', Group>
  | Touched<'driver', Driver>
  | Touched<'vehicle', Vehicle>
  | Touched<'card', Card>
  | Touched<'assignment', Assignment>
  | Touched<'station', Station>;

/** An imported record as it is kept for the undo, with the row that touched it first. */
export interface ImportRow {
  readonly importId: number;
  readonly number: number;
  readonly record: ImportedRecord;
}

interface Touched<Of extends string, Thing> {
  readonly of: Of;
  /** Null where it was not there before. */
  readonly before: Thing | null;
  readonly after: Thing;
}

/** Names a record among those of all kinds. */
export function recordKey({ of, after }: ImportedRecord): string {
  return `${of} ${after.id}`;
}

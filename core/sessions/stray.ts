import type { ConnectorId, StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/**
 * A message about a transaction that we cannot match: kept whole, shown under "needs a decision",
 * never turned into a session by guessing (OCPP 1.6 errata 3.18).
 */
export interface Stray {
  readonly id: number;
  readonly stationId: StationId;
  readonly connectorId: ConnectorId | null;
  readonly receivedAt: Instant;
  readonly kind: StrayKind;
  readonly transactionId: number | null;
  readonly idTag: string | null;
  /** The raw frame, so that nothing of it is lost. */
  readonly frame: string;
  readonly dismissed: { readonly by: string; readonly at: Instant; readonly note: string } | null;
}

export type StrayKind =
  /** A stop whose transaction this station never had. */
  | 'unknown-stop'
  /** A stop for a transaction of another station. */
  | 'foreign-stop'
  /** A stop that could not be read in full, and what could be fits nothing. */
  | 'unreadable';

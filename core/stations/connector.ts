import type { ConnectorId, StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** Stations with gaps in their connector numbers exist; more than this is a mistake or an attack. */
export const MOST_CONNECTORS = 64;

/** ChargePointStatus of OCPP 1.6 §7.7, in the standard's own words. */
export const CONNECTOR_STATUSES = [
  'Available',
  'Preparing',
  'Charging',
  'SuspendedEVSE',
  'SuspendedEV',
  'Finishing',
  'Reserved',
  'Unavailable',
  'Faulted',
] as const;

export type ConnectorStatus = (typeof CONNECTOR_STATUSES)[number];

/** What a connector last said about itself. Connector 0 is the station as a whole. */
export interface Connector {
  readonly stationId: StationId;
  readonly connectorId: ConnectorId;
  readonly status: ConnectorStatus;
  /** ChargePointErrorCode as sent; `NoError` when all is well. */
  readonly errorCode: string;
  readonly info: string | null;
  readonly vendorErrorCode: string | null;
  /** When the station says the status began, by its own clock put right; ours where it sent none. */
  readonly since: Instant;
  /** When we first heard of it, by our clock. */
  readonly receivedAt: Instant;
  /** Set while somebody here has taken the connector out of service. */
  readonly closedBy: { readonly who: string; readonly at: Instant } | null;
}

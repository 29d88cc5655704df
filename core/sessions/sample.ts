import type { ConnectorId, SessionId, StationId } from '../shared/ids.ts';
import type { Amperes, Instant, WattHours, Watts } from '../shared/units.ts';

/** What a meter said at one moment. Absent means unknown, never zero. */
export interface Sample {
  readonly stationId: StationId;
  readonly connectorId: ConnectorId;
  readonly sessionId: SessionId | null;
  readonly at: Instant;
  readonly receivedAt: Instant;
  readonly register: WattHours | null;
  readonly power: Watts | null;
  readonly current: Amperes | null;
  /** State of charge of the car in percent. */
  readonly stateOfCharge: number | null;
  /** ReadingContext of OCPP 1.6 §7.33. */
  readonly context: string;
  /** Everything else the station sent, as JSON text; null when there is nothing else. */
  readonly other: string | null;
}

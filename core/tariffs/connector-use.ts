import type { SessionId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { ConnectorStatus } from '../stations/connector.ts';
import type { ConnectorUse } from './facts-from-readings.ts';

/** What a session's connector was doing from a moment on: the evidence for what time is paid. */
export interface SessionUse {
  readonly sessionId: SessionId;
  readonly at: Instant;
  /** `Offline`: the station was off the line, and nobody knows. */
  readonly status: ConnectorStatus | 'Offline';
}

/** What a status says of the car (OCPP 1.6 §4.9): where the station holds back, the driver never pays. */
export function saidBy(status: SessionUse['status']): ConnectorUse {
  switch (status) {
    case 'Charging':
      return 'charging';
    case 'SuspendedEV':
    case 'Finishing':
      return 'car-idle';
    case 'SuspendedEVSE':
      return 'held-back';
    default:
      return 'unknown';
  }
}

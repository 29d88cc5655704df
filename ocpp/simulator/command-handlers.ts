import type { OutgoingAction, Request, Response } from '../v16/actions.ts';
import type { Authorization } from './authorization.ts';
import type { Certificates } from './certificates.ts';
import type { Charging } from './charging.ts';
import type { ChargingProfiles } from './charging-profiles.ts';
import type { Configuration } from './configuration.ts';
import type { FirmwareUpdates } from './firmware-update.ts';
import type { LocalList } from './local-list.ts';
import type { Reservations } from './reservations.ts';
import type { SecurityProfile } from './security-profile.ts';
import type { Uploads } from './uploads.ts';

/** How a station answers each command; `after` runs once the answer is written. */
export type CommandHandlers = {
  readonly [A in OutgoingAction]: (request: Request<A>) => {
    readonly response: Response<A>;
    readonly after?: () => void;
  };
};

/** Whether a plug is held and can be let go. */
export type Lock = 'opens' | 'jams' | 'none';

export type TriggeredMessage =
  | Request<'TriggerMessage'>['requestedMessage']
  | Request<'ExtendedTriggerMessage'>['requestedMessage'];

/** The parts of a station that commands act on. */
export interface StationParts {
  readonly charging: Charging;
  readonly configuration: Configuration;
  readonly authorization: Authorization;
  readonly localList: LocalList;
  readonly reservations: Reservations;
  readonly profiles: ChargingProfiles;
  readonly certificates: Certificates;
  readonly security: SecurityProfile;
  readonly uploads: Uploads;
  readonly firmware: FirmwareUpdates;
  readonly lock: Lock;
  remoteStart(request: Request<'RemoteStartTransaction'>): boolean;
  restart(reason: 'HardReset' | 'SoftReset'): void;
  trigger(message: TriggeredMessage, connectorId: number | undefined): void;
  /** A key of the configuration was changed. */
  changed(key: string): void;
  /** Connects anew, with what holds now. */
  reconnect(): void;
}

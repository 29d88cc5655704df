import type { MeteringFlags } from '../eichrecht/energy-for-money.ts';
import type { GroupId, StationId, TenantId } from '../shared/ids.ts';
import type { Instant, Watts } from '../shared/units.ts';
import type { OwnBehaviour } from './behaviour.ts';
import type { StationInventory } from './inventory.ts';
import type { PowerClass } from './power-class.ts';

/** A charging station of the site that somebody has adopted. */
export interface Station {
  readonly id: StationId;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly groupIds: readonly GroupId[];
  /** Null: what its power makes likely; see `powerClassOf`. */
  readonly powerClass: PowerClass | null;
  readonly inventory: StationInventory;
  readonly adoptedAt: Instant;
  /** Set when the station was taken out of use; its sessions stay. */
  readonly retiredAt: Instant | null;
  readonly identity: StationIdentity;
  readonly registration: Registration;
  readonly credential: StationCredential;
  /** Some stations offer no WebSocket subprotocol at all; they are let in only when this is set. */
  readonly missingProtocolAllowed: boolean;
  /** The most one connector can deliver. Bounds what energy is possible in a given time. */
  readonly maxPower: Watts;
  readonly lastBootAt: Instant | null;
  readonly lastSeenAt: Instant | null;
  /** Station's clock minus ours, as measured on its latest live message; null until one came. */
  readonly clockOffsetMs: number | null;
  /** How often each deviation from the standard was seen, by the deviation's name. */
  readonly deviations: Readonly<Record<string, number>>;
  /** In what it differs from its make, and its make from the standard as far as no passport knows. */
  readonly behaviour: OwnBehaviour;
  /** What the law on measuring asks of it, as a person has set it. */
  readonly metering: MeteringFlags;
}

/**
 * What the site answers when the station boots (OCPP 1.6 §4.2). While it is `pending` it is being set up: we ask
 * and configure, it neither charges nor reports. A `rejected` one is not spoken to at all. Only a person decides
 * it, so it outlives every connection and restart: stations need not boot again to be known (OCPP-J §5.4).
 */
export type Registration = 'accepted' | 'pending' | 'rejected';

/** What a station says about itself in BootNotification (OCPP 1.6 §6.3). */
export interface StationIdentity {
  readonly vendor: string | null;
  readonly model: string | null;
  readonly serialNumber: string | null;
  readonly firmware: string | null;
}

export const UNKNOWN_IDENTITY: StationIdentity = {
  vendor: null,
  model: null,
  serialNumber: null,
  firmware: null,
};

/** How a station proves who it is. `open` proves nothing and is marked as such wherever it is shown. */
export type StationCredential =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'password';
      /** Salted record of the password; never the password. */
      readonly record: string;
      readonly setAt: Instant;
    };

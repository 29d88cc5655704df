import type { GroupId, TenantId, VehicleId } from '../shared/ids.ts';
import type { Instant, Watts } from '../shared/units.ts';
import type { CardUid } from './card-uid.ts';

export interface Vehicle {
  readonly id: VehicleId;
  readonly tenantId: TenantId;
  /** As it is written on the car; searched without blanks and hyphens. */
  readonly plate: string;
  readonly label: string;
  readonly make: string;
  readonly model: string;
  readonly batteryWh: number | null;
  /** The most the car takes at an AC station. */
  readonly acPower: Watts | null;
  readonly phases: 1 | 2 | 3 | null;
  /** What a station sends that recognises the car itself (Autocharge), such as `VID:0017…`. */
  readonly vid: CardUid | null;
  readonly groupIds: readonly GroupId[];
  /** Oldest first. */
  readonly odometer: readonly OdometerReading[];
  /** A blocked vehicle is not recognised by its own number; its cards are judged by themselves. */
  readonly blockedAt: Instant | null;
  readonly note: string;
  readonly addedAt: Instant;
  readonly removedAt: Instant | null;
}

export interface OdometerReading {
  readonly km: number;
  readonly at: Instant;
  readonly by: string;
}

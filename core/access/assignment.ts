import type { CardId, DriverId, VehicleId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** Ties two or three of card, driver and vehicle together for a time: a card may have several drivers, and so on. */
export interface Assignment {
  readonly id: number;
  readonly cardId: CardId | null;
  readonly driverId: DriverId | null;
  readonly vehicleId: VehicleId | null;
  /** Null: since ever. */
  readonly from: Instant | null;
  /** Null: until further notice. */
  readonly to: Instant | null;
  readonly removedAt: Instant | null;
}

/** Whether an assignment holds at a moment. */
export function holdsAt({ from, to, removedAt }: Assignment, now: Instant): boolean {
  return removedAt === null && (from === null || from <= now) && (to === null || now < to);
}

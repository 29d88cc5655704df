import type { CardId, VehicleId } from '../shared/ids.ts';
import type { Card } from './card.ts';
import type { CardUid } from './card-uid.ts';
import type { Vehicle } from './vehicle.ts';
import { bareVehicleNumber } from './vehicle-number.ts';

/** Where cards and vehicles that have not been removed are found by what a station sends. */
export interface NumberBook {
  cardByUid(uid: CardUid): Card | null;
  /** With the prefix of vehicles or without it. */
  vehicleByNumber(uid: CardUid): Vehicle | null;
}

export type NumberHolder =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'vehicle'; readonly vehicle: Vehicle };

/** For whom a number is wanted; null where a card is not there yet. */
export type NumberSeeker =
  | { readonly kind: 'card'; readonly id: CardId | null }
  | { readonly kind: 'vehicle'; readonly id: VehicleId };

/**
 * Who else has a number already, so that no card and no vehicle may be given it: one would charge on the other's
 * account. Stations put `VID:` before the number of a car or not, so that a card of the bare number is in its way.
 */
export function holderOfNumber(book: NumberBook, number: CardUid, seeker: NumberSeeker): NumberHolder | null {
  const spellings = seeker.kind === 'card' ? [number] : [number, bareVehicleNumber(number)];
  for (const spelling of spellings) {
    const card = book.cardByUid(spelling);
    if (card !== null && !(seeker.kind === 'card' && card.id === seeker.id)) return { kind: 'card', card };
  }
  const vehicle = book.vehicleByNumber(number);
  if (vehicle === null || (seeker.kind === 'vehicle' && vehicle.id === seeker.id)) return null;
  return { kind: 'vehicle', vehicle };
}

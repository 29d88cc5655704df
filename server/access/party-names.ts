import type { Card } from '#core/access/card.ts';
import type { Vehicle } from '#core/access/vehicle.ts';

/** What a vehicle is called in sentences. */
export function vehicleName({ plate, label }: Pick<Vehicle, 'plate' | 'label'>): string {
  return plate === '' ? label : plate;
}

/** What a card is called beside the name of its holder. */
export function cardName({ uid, label }: Pick<Card, 'uid' | 'label'>): string {
  return label === '' ? uid : `${uid} (${label})`;
}

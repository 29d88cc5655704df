import type { CardRef, VehicleRef } from '#api/access-lists.ts';
import { uidGroups } from './figures.tsx';

/** A vehicle by its plate and what people call it. */
export function vehicleName({ plate, label }: Pick<VehicleRef, 'plate' | 'label'>): string {
  return [plate, label].filter(Boolean).join(' · ');
}

/** A card by its number and what is printed on it. */
export function cardName({ uid, label }: Pick<CardRef, 'uid' | 'label'>): string {
  return [uidGroups(uid).join(' '), label].filter(Boolean).join(' · ');
}

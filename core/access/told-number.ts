import type { CardUid } from './card-uid.ts';

/** Length of an idTag on the wire (OCPP 1.6 §7.28). Readers may send longer ones; we may not. */
export const LONGEST_ID_TAG = 20;

/**
 * The number by which a station is told of a card: as its reader wrote it last, else the card's own, else another
 * spelling that is short enough. Null where none is. `seenHere` are the numbers held at the station, the latest first.
 */
export function toldNumber(numbers: readonly CardUid[], seenHere: readonly CardUid[]): CardUid | null {
  const isShort = ({ length }: CardUid) => length <= LONGEST_ID_TAG;
  const seen = seenHere.find((number) => isShort(number) && numbers.includes(number));
  return seen ?? numbers.find(isShort) ?? null;
}

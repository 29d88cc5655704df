import { type CardUid, cardUid } from './card-uid.ts';

/** What stands before the number by which a station recognises the car itself (Autocharge). */
const PREFIX = 'VID:';

/**
 * The one spelling of the number by which a car is recognised: stations put `VID:` before it or not, and people type
 * it with colons or hyphens.
 */
export function vehicleNumber(text: string): CardUid {
  const uid = cardUid(text);
  const bare = (uid.startsWith(PREFIX) ? uid.slice(PREFIX.length) : uid).replace(/[:-]/g, '');
  return /^[0-9A-F]+$/.test(bare) ? cardUid(`${PREFIX}${bare}`) : uid;
}

/** A number as stations send it that put nothing before it. */
export function bareVehicleNumber(number: CardUid): CardUid {
  return number.startsWith(PREFIX) ? cardUid(number.slice(PREFIX.length)) : number;
}

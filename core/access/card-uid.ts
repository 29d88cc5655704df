declare const brand: unique symbol;
/** A card number in the one spelling that is compared: upper case, no blanks, well-formed. */
export type CardUid = string & { readonly [brand]: 'CardUid' };

/**
 * Stations send the same card in upper or lower case and sometimes with blanks inside
 * (OCPP 1.6 §7.15: CiString, compared without case).
 */
export function cardUid(idTag: string): CardUid {
  return wellFormed(idTag).replace(/\s+/g, '').toUpperCase() as CardUid;
}

/** Half a surrogate pair cannot be stored: what stands for it is what the store would give back. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

export function isCardUid(text: string): text is CardUid {
  return text.length > 0 && text.length <= 36 && text === cardUid(text) && PRINTABLE.test(text);
}

const PRINTABLE = /^[\x21-\x7e]+$/;

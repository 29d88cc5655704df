import type { Card } from './card.ts';
import type { CardUid } from './card-uid.ts';

/** How one reader may have written the number that another reader writes otherwise. */
export type Spelling = 'reversed' | 'decimal' | 'reversed-decimal' | 'shortened';

export interface SimilarCard {
  readonly card: Card;
  readonly spelling: Spelling;
}

/**
 * The one known card that an unknown number is probably another spelling of. Readers differ in byte order and in
 * hexadecimal or decimal, and some pass on only four bytes of seven (KEBA, cFos). Null as well where two cards fit:
 * a guess would hand one person's sessions to another.
 */
export function similarCard(unknown: CardUid, cards: Iterable<Card>): SimilarCard | null {
  const found: SimilarCard[] = [];
  for (const card of cards) {
    if (card.removedAt !== null || card.uid === unknown) continue;
    const spelling = spellingOf(unknown, card.uid);
    if (spelling !== null) found.push({ card, spelling });
  }
  const [first, second] = found;
  return first === undefined || second !== undefined ? null : first;
}

/** How `other` became `known`; null where the two have nothing in common. */
function spellingOf(other: CardUid, known: CardUid): Spelling | null {
  const bytes = bytesOf(known);
  if (bytes !== null) {
    const spelling = spelledFrom(bytes, other);
    if (spelling !== null) return spelling;
  }
  // The known card may be the one in the odd spelling.
  const otherBytes = bytesOf(other);
  return otherBytes === null ? null : spelledFrom(otherBytes, known);
}

function spelledFrom(bytes: readonly string[], text: string): Spelling | null {
  const straight = bytes.join('');
  const reversed = bytes.toReversed().join('');
  if (reversed !== straight && text === reversed) return 'reversed';
  if (isDecimalOf(text, straight)) return 'decimal';
  if (isDecimalOf(text, reversed)) return 'reversed-decimal';
  if (bytes.length > SHORT_BYTES && text.length === 2 * SHORT_BYTES)
    return straight.startsWith(text) || straight.endsWith(text) ? 'shortened' : null;
  return null;
}

const SHORT_BYTES = 4;

/** Bytes of a number of four to ten, as readers know them (ISO 14443). */
function bytesOf(uid: string): readonly string[] | null {
  return /^(?:[0-9A-F]{2}){4,10}$/.test(uid) ? (uid.match(/../g) ?? null) : null;
}

function isDecimalOf(text: string, hexadecimal: string): boolean {
  return /^\d{6,25}$/.test(text) && BigInt(text) === BigInt(`0x${hexadecimal}`);
}

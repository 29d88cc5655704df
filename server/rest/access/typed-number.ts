import { type CardUid, cardUid, isCardUid } from '#core/access/card-uid.ts';
import { ApiProblem } from '../problem.ts';

/** A card number as somebody typed or pasted it, in the one spelling that is compared. */
export function numberOf(text: string): CardUid {
  const uid = cardUid(withoutSeparators(text));
  if (isCardUid(uid)) return uid;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/uid', message: 'must be 1 to 36 printable characters' }],
  });
}

/** People copy 04:A2:B8:1C or 04-a2-b8-1c from elsewhere; stations send neither. */
function withoutSeparators(text: string): string {
  const plain = text.replace(/[\s:-]/g, '');
  return /^[0-9a-f]+$/i.test(plain) ? plain : text;
}

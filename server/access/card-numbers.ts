import type { CardUid } from '#core/access/card-uid.ts';
import { holderOfNumber } from '#core/access/holder-of-number.ts';
import type { SimilarCard } from '#core/access/spell-card.ts';
import type { CardId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/** Whether a card may have a number. */
export type NumberCheck = { readonly kind: 'free' } | NumberTaken;

export type NumberTaken =
  | { readonly kind: 'card-exists' }
  | { readonly kind: 'vid-exists' }
  /** A reader may write another card this way: not taken silently, or one would charge on the other's account. */
  | { readonly kind: 'card-like-another'; readonly similar: SimilarCard };

/** Whether a card may be given a number: no card or vehicle has it, and none could be mistaken for it unless `anyway`. */
export function checkNumber(
  live: LiveSite,
  number: CardUid,
  { anyway, except = null }: { readonly anyway: boolean; readonly except?: CardId | null },
): NumberCheck {
  const holder = holderOfNumber(live.access, number, { kind: 'card', id: except });
  if (holder !== null) return { kind: holder.kind === 'card' ? 'card-exists' : 'vid-exists' };
  if (anyway) return { kind: 'free' };
  const similar = live.access.similarTo(number).find(({ card }) => card.id !== except);
  return similar === undefined ? { kind: 'free' } : { kind: 'card-like-another', similar };
}

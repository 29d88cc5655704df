import type { HeldCard } from '#core/access/card.ts';
import type { Change } from '#core/changes.ts';
import type { LiveSite } from '../site/live-site.ts';

/** A card that was held, for the list from which cards are taken in. What we made up ourselves is no card. */
export function heldCard(live: LiveSite, held: HeldCard): readonly Change[] {
  return live.remoteStarts.has(held.uid) || held.uid === '' ? [] : [{ kind: 'card-held', held }];
}

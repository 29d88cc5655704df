import type { AccessMode } from '../settings/site.ts';
import type { Instant } from '../shared/units.ts';
import type { Card } from './card.ts';

/** Why a card may not charge. */
export type Refusal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'blocked'; readonly since: Instant }
  | { readonly kind: 'expired'; readonly since: Instant }
  | { readonly kind: 'charging-elsewhere'; readonly stationId: string };

export type CardVerdict =
  | { readonly kind: 'accepted'; readonly card: Card | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly card: Card | null };

export interface CardFacts {
  readonly access: AccessMode;
  readonly card: Card | null;
  /** When the card was held: a session that is told later is judged by its own time. */
  readonly now: Instant;
  /** Stations where the card is charging right now, other than where it is being held; one for each session. */
  readonly chargingAt: readonly string[];
}

/**
 * Whether a card may charge. A blocked or expired card is refused even when everybody may charge:
 * somebody blocked it on purpose. Status words per OCPP 1.6 §7.2 AuthorizationStatus.
 */
export function authorizeCard(facts: CardFacts): CardVerdict {
  const refusal = refusalOf(facts);
  return refusal === null
    ? { kind: 'accepted', card: facts.card }
    : { kind: 'refused', refusal, card: facts.card };
}

function refusalOf({ access, card, now, chargingAt }: CardFacts): Refusal | null {
  if (card === null || card.removedAt !== null) return access === 'everybody' ? null : { kind: 'unknown' };
  if (card.blockedAt !== null && card.blockedAt <= now) return { kind: 'blocked', since: card.blockedAt };
  if (card.expiresAt !== null && card.expiresAt <= now) return { kind: 'expired', since: card.expiresAt };
  const [elsewhere] = chargingAt;
  if (elsewhere !== undefined && card.maxConcurrent !== null && chargingAt.length >= card.maxConcurrent)
    return { kind: 'charging-elsewhere', stationId: elsewhere };
  return null;
}

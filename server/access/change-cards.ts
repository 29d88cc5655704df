import type { Card } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import { type CardId, cardId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';

/** What a person wants of a card; what is left out stays. */
export interface CardWish {
  readonly label?: string;
  readonly holder?: string;
  readonly expiresAt?: Instant | null;
  readonly maxConcurrent?: number | null;
  readonly parentTag?: CardUid | null;
  readonly blocked?: boolean;
  readonly removed?: boolean;
  readonly by: string;
}

/** Adds a card. Null when a card with that number is there already. */
export function addCard(app: Application, wish: CardWish & { readonly uid: CardUid }): Promise<Card | null> {
  return app.desk.decide<Card | null>((live) => {
    if (live.access.cardByUid(wish.uid) !== null) return { value: null, changes: [] };
    const now = app.clock.now();
    const card: Card = {
      id: cardId(live.nextId('card')),
      tenantId: ROOT_TENANT,
      uid: wish.uid,
      spellings: [],
      groupIds: [],
      validFrom: null,
      label: wish.label ?? '',
      holder: wish.holder ?? '',
      addedAt: now,
      blockedAt: null,
      expiresAt: wish.expiresAt ?? null,
      maxConcurrent: wish.maxConcurrent === undefined ? 1 : wish.maxConcurrent,
      parentTag: wish.parentTag ?? null,
      removedAt: null,
    };
    return kept(card, { kind: 'card-added', now, by: wish.by });
  });
}

/** Changes a card. Null when it should come back and its number has been given to another. */
export function changeCard(app: Application, id: CardId, wish: CardWish): Promise<Card | null> {
  return app.desk.decide<Card | null>((live) => {
    const known = live.access.cards.get(id);
    if (known === undefined) throw new Error(`There is no card ${id}`);
    const holderOfUid = live.access.cardByUid(known.uid);
    if (wish.removed === false && holderOfUid !== null && holderOfUid.id !== id)
      return { value: null, changes: [] };
    const now = app.clock.now();
    const card: Card = {
      ...known,
      label: wish.label ?? known.label,
      holder: wish.holder ?? known.holder,
      expiresAt: wish.expiresAt === undefined ? known.expiresAt : wish.expiresAt,
      maxConcurrent: wish.maxConcurrent === undefined ? known.maxConcurrent : wish.maxConcurrent,
      parentTag: wish.parentTag === undefined ? known.parentTag : wish.parentTag,
      blockedAt:
        wish.blocked === undefined ? known.blockedAt : wish.blocked ? (known.blockedAt ?? now) : null,
      removedAt: wish.removed === undefined ? known.removedAt : wish.removed ? now : null,
    };
    return kept(card, { kind: kindOf(wish), now, by: wish.by });
  });
}

function kept(
  card: Card,
  line: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Decided<Card> {
  return {
    value: card,
    changes: [
      { kind: 'save-card', card },
      logLine(line.now, line.kind, { actor: line.by, facts: { card: card.uid, holder: card.holder } }),
    ],
    told: [{ kind: 'card' }, { kind: 'log' }],
  };
}

function kindOf({ blocked, removed }: CardWish): LogKind {
  if (removed !== undefined) return removed ? 'card-removed' : 'card-added';
  if (blocked !== undefined) return blocked ? 'card-blocked' : 'card-unblocked';
  return 'card-changed';
}

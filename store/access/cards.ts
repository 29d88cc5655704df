import type { Card } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { cardId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { CardRow } from '../tables.ts';

export const cardWrite = upserting<CardRow, Card>(
  {
    table: 'card',
    columns: {
      id: (card) => card.id,
      uid: (card) => card.uid,
      label: (card) => card.label,
      holder: (card) => card.holder,
      added_at: (card) => card.addedAt,
      blocked_at: (card) => card.blockedAt,
      expires_at: (card) => card.expiresAt,
      concurrent_allowed: (card) => Number(card.concurrentAllowed),
      card_group: (card) => card.group,
      removed_at: (card) => card.removedAt,
    },
  },
  ['id'],
);

/** All cards ever added, the removed ones too: their sessions still name them. */
export async function readCards(query: Query): Promise<readonly Card[]> {
  return (await query.selectFrom('card').selectAll().orderBy('id').execute()).map(cardOf);
}

function cardOf(row: CardRow): Card {
  return {
    id: cardId(row.id),
    uid: cardUid(row.uid),
    label: row.label,
    holder: row.holder,
    addedAt: instant(row.added_at),
    blockedAt: orNull(row.blocked_at, instant),
    expiresAt: orNull(row.expires_at, instant),
    concurrentAllowed: row.concurrent_allowed === 1,
    group: row.card_group === null ? null : cardUid(row.card_group),
    removedAt: orNull(row.removed_at, instant),
  };
}

import type { Card } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { cardId, tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, orNull, plain } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { CardRow } from './access-tables.ts';

export const cardWrite = upserting<CardRow, Card>(
  {
    table: 'card',
    columns: {
      id: (card) => card.id,
      tenant_id: (card) => card.tenantId,
      uid: (card) => card.uid,
      spellings_json: (card) => JSON.stringify(card.spellings),
      label: (card) => card.label,
      holder: (card) => card.holder,
      group_ids_json: (card) => JSON.stringify(card.groupIds),
      valid_from: (card) => card.validFrom,
      added_at: (card) => card.addedAt,
      blocked_at: (card) => card.blockedAt,
      expires_at: (card) => card.expiresAt,
      max_concurrent: (card) => card.maxConcurrent,
      parent_tag: (card) => card.parentTag,
      removed_at: (card) => card.removedAt,
      holder_folded: (card) => plain(card.holder),
      search_folded: ({ holder, label, uid, spellings }) =>
        plain([holder, label, uid, ...spellings].join('\n')),
    },
  },
  ['id'],
);

/** All cards ever added, the removed ones too: their sessions still name them. */
export async function readCards(query: Query): Promise<readonly Card[]> {
  return (await query.selectFrom('card').selectAll().orderBy('id').execute()).map(cardOf);
}

/** A card as its row says. */
export function cardOf(row: CardRow): Card {
  return {
    id: cardId(row.id),
    tenantId: tenantId(row.tenant_id),
    uid: cardUid(row.uid),
    spellings: fromJson(row.spellings_json),
    label: row.label,
    holder: row.holder,
    groupIds: fromJson(row.group_ids_json),
    validFrom: orNull(row.valid_from, instant),
    addedAt: instant(row.added_at),
    blockedAt: orNull(row.blocked_at, instant),
    expiresAt: orNull(row.expires_at, instant),
    maxConcurrent: row.max_concurrent,
    parentTag: row.parent_tag === null ? null : cardUid(row.parent_tag),
    removedAt: orNull(row.removed_at, instant),
  };
}

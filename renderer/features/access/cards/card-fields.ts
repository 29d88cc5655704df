import type { CardDetail } from '#api/access.ts';
import type { DayKeys } from '../../../lib/site-day.ts';
import { toBounds, toDays } from '../validity/validity.ts';

/** Fields of a card as they are typed; nothing as an empty text. */
export interface CardFields {
  readonly label: string;
  /** The name typed on it, for a card without a driver. */
  readonly holder: string;
  readonly groupIds: number[];
  readonly tenantId: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly anyNumber: boolean;
  /** How many sessions at once, where not any number. */
  readonly atOnce: number | string;
  readonly parentTag: string;
}

/** What is known of a card, as it stands in the form. */
export function cardFields(card: CardDetail, keys: DayKeys): CardFields {
  return {
    label: card.label,
    holder: card.typedHolder,
    groupIds: card.groups.map(({ id }) => id),
    tenantId: card.tenantId,
    ...toDays({ from: card.validFrom, to: card.expiresAt }, keys),
    anyNumber: card.maxConcurrent === null,
    atOnce: card.maxConcurrent ?? 1,
    parentTag: card.parentTag ?? '',
  };
}

/** What was touched, as the API wants it. */
export function cardBody(touched: Partial<CardFields>, keys: DayKeys) {
  const { label, holder, groupIds, tenantId, firstDay, lastDay, anyNumber, atOnce, parentTag } = touched;
  const { from, to } = toBounds({ firstDay, lastDay }, keys);
  return {
    ...(label !== undefined && { label: label.trim() }),
    ...(holder !== undefined && { holder: holder.trim() }),
    ...(groupIds !== undefined && { groupIds }),
    ...(tenantId !== undefined && { tenantId }),
    ...(from !== undefined && { validFrom: from }),
    ...(to !== undefined && { expiresAt: to }),
    ...((anyNumber !== undefined || atOnce !== undefined) && {
      maxConcurrent: anyNumber === true ? null : Math.max(1, Math.round(Number(atOnce ?? 1))),
    }),
    ...(parentTag !== undefined && { parentTag: parentTag.trim() === '' ? null : parentTag.trim() }),
  };
}

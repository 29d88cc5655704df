import { cardUid } from '#core/access/card-uid.ts';
import type { CardId } from '#core/shared/ids.ts';
import type { LiveSite } from '../../site/live-site.ts';

/** The cards that a searched text is the number of, in whatever way it is written. */
export function cardsOfNumber({ access }: LiveSite, text: string): readonly CardId[] {
  const number = cardUid(text.replace(/[:-]/g, ''));
  const card = access.cardByUid(number);
  return card === null ? access.similarTo(number).map((similar) => similar.card.id) : [card.id];
}

/** The drivers whose card a searched text is the number of. */
export function driversOfNumber(live: LiveSite, text: string): readonly number[] {
  return tiedTo(live, text, ({ driverId }) => driverId);
}

/** The vehicles whose card a searched text is the number of, or that a station recognises by it. */
export function vehiclesOfNumber(live: LiveSite, text: string): readonly number[] {
  const recognised = live.access.vehicleByNumber(cardUid(text));
  return [
    ...tiedTo(live, text, ({ vehicleId }) => vehicleId),
    ...(recognised === null ? [] : [recognised.id]),
  ];
}

function tiedTo(
  live: LiveSite,
  text: string,
  partyOf: (assignment: {
    readonly driverId: number | null;
    readonly vehicleId: number | null;
  }) => number | null,
): readonly number[] {
  return cardsOfNumber(live, text).flatMap((id) =>
    live.access.assignmentsOf({ kind: 'card', id }).flatMap((assignment) => partyOf(assignment) ?? []),
  );
}

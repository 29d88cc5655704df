import type { Card } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { type CardVerdict, decideAccess } from '#core/access/decide-access.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type Instant, MINUTE } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';
import { accessFacts, type Held, heldBy, rulesAt } from './access-facts.ts';

export interface HeldAt {
  readonly stationId: StationId;
  readonly idTag: string;
  readonly now: Instant;
  /** When the card was held, if that was before now. */
  readonly heldAt?: Instant;
}

/**
 * What a station is told of the card held to it, on what the site knows now. A start from here without a card
 * (`newRemoteStartTag`) is accepted before any rule is asked: whoever ordered it had `stations.operate` there, and is
 * named by the verdict, the session and the logbook.
 */
export function judgeCard(live: LiveSite, { stationId, idTag, now, heldAt = now }: HeldAt): CardVerdict {
  const held = heldBy(live, idTag);
  const { card, recognised } = held;
  const told = now - heldAt > TOLD_LATER;
  // Nobody charges at a station that is still being set up; what it tells of earlier times is another matter.
  if (!told && live.stations.get(stationId)?.registration !== 'accepted')
    return { kind: 'refused', refusal: { kind: 'unknown' }, card };
  // Stations ask with Authorize about the idTag of our own RemoteStartTransaction.
  const started = card === null && recognised === null ? live.remoteStarts.get(cardUid(idTag)) : undefined;
  if (started?.stationId === stationId)
    return { kind: 'accepted', card: null, by: { kind: 'order', orderedBy: started.by } };
  // Where the card charges now says nothing about a session that a station tells hours later.
  const verdict = mayCharge(live, held, { stationId, at: heldAt, whereverElse: told });
  return verdict.kind === 'refused' && isLetInAnyway(live, stationId, held)
    ? { kind: 'accepted', card, by: { kind: 'anyway' } }
    : verdict;
}

/**
 * Whether somebody may charge at a station at a moment, whatever anybody has ordered. With `whereverElse` it does not
 * matter where the card charges now.
 */
export function mayCharge(
  live: LiveSite,
  held: Held,
  {
    stationId,
    at,
    whereverElse = false,
  }: { readonly stationId: StationId; readonly at: Instant; readonly whereverElse?: boolean },
): CardVerdict {
  const chargingAt = whereverElse ? [] : chargingElsewhere(live, stationId, held.card);
  return decideAccess(accessFacts(live, held, { now: at, rules: rulesAt(live, stationId), chargingAt }));
}

/** The verdict as one word for the list of cards held lately. */
export function verdictWord(verdict: CardVerdict): string {
  return verdict.kind === 'accepted' ? 'accepted' : verdict.refusal.kind;
}

/** Who stands for a start without a card: whoever ordered it. Null for everything else. */
export function orderedBy(verdict: CardVerdict): string | null {
  return verdict.kind === 'accepted' && verdict.by.kind === 'order' ? verdict.by.orderedBy : null;
}

const TOLD_LATER = 5 * MINUTE;

function chargingElsewhere(live: LiveSite, stationId: StationId, card: Card | null): readonly string[] {
  if (card === null) return [];
  return live.sessions
    .open()
    .filter(
      (session) =>
        (session.cardId === card.id || session.cardUid === card.uid) &&
        session.stationId !== stationId &&
        session.admission.kind === 'admitted',
    )
    .map((session) => session.stationId);
}

/** Whether somebody has started a session here with a card that is refused: until it has begun, or did not. */
function isLetInAnyway(live: LiveSite, stationId: StationId, { card }: Held): boolean {
  if (card === null) return false;
  return live
    .openCommandsOf(stationId)
    .some(
      ({ order, life }) =>
        order.kind === 'remote-start' &&
        order.anyway !== undefined &&
        life.kind !== 'queued' &&
        heldBy(live, order.idTag).card?.id === card.id,
    );
}

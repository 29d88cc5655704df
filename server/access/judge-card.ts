import type { Card } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { type CardVerdict, decideAccess } from '#core/access/decide-access.ts';
import type { Refusal } from '#core/access/refusal.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type Instant, MINUTE } from '#core/shared/units.ts';
import type { Response } from '#ocpp/v16/actions.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import type { LiveSite } from '../site/live-site.ts';
import { accessFacts, heldBy, rulesAt } from './access-facts.ts';

export interface HeldAt {
  readonly stationId: StationId;
  readonly idTag: string;
  readonly now: Instant;
  /** When the card was held, if that was before now. */
  readonly heldAt?: Instant;
}

/** Whether the card held to a station may charge, on what the site knows now. */
export function judgeCard(live: LiveSite, { stationId, idTag, now, heldAt = now }: HeldAt): CardVerdict {
  const held = heldBy(live, idTag);
  const { card, recognised } = held;
  const told = now - heldAt > TOLD_LATER;
  // Nobody charges at a station that is still being set up; what it tells of earlier times is another matter.
  if (!told && live.stations.get(stationId)?.registration !== 'accepted')
    return { kind: 'refused', refusal: { kind: 'unknown' }, card };
  // Stations ask with Authorize about the idTag of our own RemoteStartTransaction.
  const isOurs =
    card === null && recognised === null && live.remoteStarts.get(cardUid(idTag))?.stationId === stationId;
  if (isOurs) return { kind: 'accepted', card: null, by: { kind: 'no-rule' } };
  return decideAccess(
    accessFacts(live, held, {
      now: heldAt,
      rules: rulesAt(live, stationId),
      // Where the card charges now says nothing about a session that a station tells hours later.
      chargingAt: told ? [] : chargingElsewhere(live, stationId, card),
    }),
  );
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

/** The verdict in OCPP's words (OCPP 1.6 §7.2). */
export function idTagInfo(verdict: CardVerdict): Response<'Authorize'>['idTagInfo'] {
  if (verdict.kind === 'refused') return { status: statusOf(verdict.refusal) };
  const { expiresAt = null, parentTag = null } = verdict.card ?? {};
  return {
    status: 'Accepted',
    ...(expiresAt === null ? {} : { expiryDate: formatTimestamp(expiresAt) }),
    ...(parentTag === null ? {} : { parentIdTag: parentTag }),
  };
}

/** The verdict as one word for the list of cards held lately. */
export function verdictWord(verdict: CardVerdict): string {
  return verdict.kind === 'accepted' ? 'accepted' : verdict.refusal.kind;
}

function statusOf({ kind }: Refusal): 'Invalid' | 'Blocked' | 'Expired' | 'ConcurrentTx' {
  switch (kind) {
    case 'unknown':
      return 'Invalid';
    case 'expired':
    case 'driver-expired':
      return 'Expired';
    case 'charging-elsewhere':
      return 'ConcurrentTx';
    // We know the card and do not let it charge here now; `Invalid` would be a card that nobody knows.
    case 'blocked':
    case 'not-yet-valid':
    case 'driver-blocked':
    case 'driver-not-yet-valid':
    case 'vehicle-blocked':
    case 'not-allowed-here':
    case 'outside-hours':
      return 'Blocked';
  }
}

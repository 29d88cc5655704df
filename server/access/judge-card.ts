import { authorizeCard, type CardVerdict, type Refusal } from '#core/access/authorize-card.ts';
import type { Card } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type Instant, MINUTE } from '#core/shared/units.ts';
import type { Response } from '#ocpp/v16/actions.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import type { LiveSite } from '../site/live-site.ts';

export interface HeldAt {
  readonly stationId: StationId;
  readonly idTag: string;
  readonly now: Instant;
  /** When the card was held, if that was before now. */
  readonly heldAt?: Instant;
}

/** Whether the card held to a station may charge, on what the site knows now. */
export function judgeCard(live: LiveSite, { stationId, idTag, now, heldAt = now }: HeldAt): CardVerdict {
  const uid = cardUid(idTag);
  const card = live.access.cardByUid(uid);
  const told = now - heldAt > TOLD_LATER;
  // Nobody charges at a station that is still being set up; what it tells of earlier times is another matter.
  if (!told && live.stations.get(stationId)?.registration !== 'accepted')
    return { kind: 'refused', refusal: { kind: 'unknown' }, card };
  // Stations ask with Authorize about the idTag of our own RemoteStartTransaction.
  if (card === null && live.remoteStarts.get(uid)?.stationId === stationId)
    return { kind: 'accepted', card: null };
  return authorizeCard({
    access: live.site.access,
    card,
    now: heldAt,
    // Where the card charges now says nothing about a session that a station tells hours later.
    chargingAt: told ? [] : chargingElsewhere(live, stationId, card),
  });
}

const TOLD_LATER = 5 * MINUTE;

function chargingElsewhere(live: LiveSite, stationId: StationId, card: Card | null): readonly string[] {
  if (card === null) return [];
  return live.sessions
    .open()
    .filter(
      (session) =>
        session.cardUid === card.uid &&
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

function statusOf(refusal: Refusal): 'Invalid' | 'Blocked' | 'Expired' | 'ConcurrentTx' {
  switch (refusal.kind) {
    case 'unknown':
      return 'Invalid';
    case 'blocked':
      return 'Blocked';
    case 'expired':
      return 'Expired';
    case 'charging-elsewhere':
      return 'ConcurrentTx';
  }
}

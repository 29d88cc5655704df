import { cardUid } from '#core/access/card-uid.ts';
import { type CardVerdict, decideAccess } from '#core/access/decide-access.ts';
import type { Refusal } from '#core/access/refusal.ts';
import { untilRefused } from '#core/access/until-refused.ts';
import { type Instant, later, MINUTE } from '#core/shared/units.ts';
import type { Response } from '#ocpp/v16/actions.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import type { LiveSite } from '../site/live-site.ts';
import { accessFacts, assignmentsOf, heldBy, rulesAt } from './access-facts.ts';
import type { HeldAt } from './judge-card.ts';

/**
 * The verdict in OCPP's words (OCPP 1.6 §7.2). It bears the earliest moment at which the card would be refused: its own
 * end, its driver's, that of an assignment or a rule, and the end of the hours in which it may charge.
 *
 * Such a moment shuts out nobody who may charge again later. `expiryDate` is when the station takes the card out of its
 * cache, not when the card ends: on the line it asks us again, and is told what holds then. Only a station that is
 * alone goes on refusing what has run out (§3.5.4), also when the hours have begun anew. That is chosen: without the
 * moment it would let the card in at any hour for as long as it is alone. Whoever is to charge at such times without
 * us gets there by a local list that is kept, which carries the same moment and is made anew at each turn.
 */
export function idTagInfo(
  live: LiveSite,
  held: HeldAt,
  verdict: CardVerdict,
): Response<'Authorize'>['idTagInfo'] {
  if (verdict.kind === 'refused') return { status: statusOf(verdict.refusal) };
  const until = untilOf(live, held);
  const parentTag = heldBy(live, held.idTag).card?.parentTag ?? null;
  return {
    status: 'Accepted',
    ...(until === null ? {} : { expiryDate: formatTimestamp(until) }),
    ...(parentTag === null ? {} : { parentIdTag: parentTag }),
  };
}

/** Time for a start, and for a clock that is wrong; then the station is to have forgotten the card. */
const LET_IN_FOR = 15 * MINUTE;

function untilOf(live: LiveSite, { stationId, idTag, now, heldAt = now }: HeldAt): Instant | null {
  if (live.remoteStarts.has(cardUid(idTag))) return null;
  const held = heldBy(live, idTag);
  const rules = rulesAt(live, stationId);
  const factsAt = (moment: Instant) => accessFacts(live, held, { now: moment, rules, chargingAt: [] });
  const facts = factsAt(heldAt);
  // Somebody started it all the same, or what the station repeats was decided when other rules held.
  if (decideAccess(facts).kind === 'refused') return later(now, LET_IN_FOR);
  return untilRefused(facts, assignmentsOf(live, held), factsAt);
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

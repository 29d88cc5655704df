import type { Refusal } from '../../access/refusal.ts';
import { type Instant, MINUTE } from '../../shared/units.ts';
import { clear, type Finding, hit, type WhyAction, type WhyCause } from './finding.ts';
import type { HeldCardFacts, WhyFacts } from './why-facts.ts';

/** Longer ago, whoever held a card has gone. */
export const CARD_IS_RECENT = 15 * MINUTE;

/** Check 5b: the refused number may be a known card that this reader writes otherwise. */
export function checkCardSpelling(facts: WhyFacts): Finding {
  const card = refusedCard(facts);
  if (card?.refusalNow?.kind !== 'unknown' || card.similar === null) return clear('no-other-spelling');
  const { card: known, spelling } = card.similar;
  return hit(
    'card-spelled-otherwise',
    { card: card.held.uid, known: known.uid, holder: known.holder, spelling, at: card.held.at },
    { kind: 'link-card', cardId: known.id, uid: card.held.uid },
  );
}

/** Check 5: the card was refused and would be refused again, or the connector is kept for another one. */
export function checkCard(facts: WhyFacts): Finding {
  const card = refusedCard(facts);
  if (card === null) return facts.connector?.status === 'Reserved' ? reserved(facts) : notRefused(facts);
  const { held, refusalNow, holder } = card;
  if (refusalNow === null) return clear('card-may-charge-now', { card: held.uid, at: held.at });
  const figures = { card: held.uid, holder: holder ?? '', at: held.at, ...figuresOf(refusalNow) };
  return hit(CAUSES[refusalNow.kind], figures, actionOf(refusalNow, card));
}

/** A card that was held lately and refused, and is what keeps this connector from charging. */
function refusedCard({ card, session, now, lastStartAt }: WhyFacts): HeldCardFacts | null {
  if (card === null || card.held.verdict === 'accepted') return null;
  if (now - card.held.at > CARD_IS_RECENT || session?.admission.kind === 'admitted') return null;
  // A session that began afterwards, with whatever card, has another story.
  return lastStartAt !== null && lastStartAt > card.held.at ? null : card;
}

function notRefused({ card, now }: WhyFacts): Finding {
  if (card === null || card.held.verdict !== 'accepted' || now - card.held.at > CARD_IS_RECENT)
    return clear('no-card-refused');
  return clear('card-accepted', { card: card.held.uid, holder: card.holder ?? '', at: card.held.at });
}

function reserved({ connector, stationId }: WhyFacts): Finding {
  const since: Instant | undefined = connector?.since;
  return hit('reserved', since === undefined ? {} : { sinceAt: since }, { kind: 'open-station', stationId });
}

const CAUSES: Readonly<Record<Refusal['kind'], WhyCause>> = {
  unknown: 'card-unknown',
  blocked: 'card-blocked',
  'not-yet-valid': 'card-not-yet-valid',
  expired: 'card-expired',
  'driver-blocked': 'driver-blocked',
  'driver-not-yet-valid': 'driver-not-yet-valid',
  'driver-expired': 'driver-expired',
  'vehicle-blocked': 'vehicle-blocked',
  'not-allowed-here': 'card-not-allowed-here',
  'outside-hours': 'card-outside-hours',
  'charging-elsewhere': 'card-charging-elsewhere',
};

function figuresOf(refusal: Refusal): Readonly<Record<string, string | number>> {
  switch (refusal.kind) {
    case 'unknown':
      return {};
    case 'blocked':
    case 'expired':
    case 'vehicle-blocked':
      return { sinceAt: refusal.since };
    case 'not-yet-valid':
      return { fromAt: refusal.from };
    case 'driver-blocked':
    case 'driver-expired':
      return { driver: refusal.driver?.name ?? '', sinceAt: refusal.since };
    case 'driver-not-yet-valid':
      return { driver: refusal.driver?.name ?? '', fromAt: refusal.from };
    case 'not-allowed-here': {
      const { allowed, since } = refusal;
      return { allowed: allowed.join(', '), ...(since === null ? {} : { sinceAt: since }) };
    }
    case 'outside-hours':
      return refusal.opensAt === null ? {} : { opensAt: refusal.opensAt };
    case 'charging-elsewhere':
      return { station: refusal.stationId ?? '' };
  }
}

function actionOf(refusal: Refusal, { cardId }: HeldCardFacts): WhyAction | null {
  if (refusal.kind === 'charging-elsewhere')
    return refusal.stationId === null ? null : { kind: 'open-station', stationId: refusal.stationId };
  return cardId === null ? { kind: 'hold-card' } : { kind: 'open-card', cardId };
}

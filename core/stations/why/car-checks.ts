import { MINUTE, SECOND } from '../../shared/units.ts';
import { CARD_IS_RECENT } from './card-checks.ts';
import { clear, type Finding, hit, type WhyAction } from './finding.ts';
import type { WhyFacts } from './why-facts.ts';

/** A plug that stays for less never locked. */
export const BRIEF_PLUG = 10 * SECOND;
const BRIEF_PLUG_IS_RECENT = 15 * MINUTE;

/** Check 6: the card was accepted and the plug never came. */
export function checkPlug({ card, connector, session, now, lastStartAt }: WhyFacts): Finding {
  const accepted = card?.held.verdict === 'accepted' && now - card.held.at <= CARD_IS_RECENT;
  const waits =
    accepted &&
    session === null &&
    // A station may say Preparing for a card as well as for a plug (OCPP 1.6 §7.7).
    (connector?.status === 'Available' || connector?.status === 'Preparing') &&
    (lastStartAt === null || lastStartAt < card.held.at);
  if (!waits) return clear('not-waiting-for-plug');
  return hit(
    'no-plug',
    { card: card.held.uid, holder: card.holder ?? '', at: card.held.at },
    { kind: 'restart' },
  );
}

/** Check 7: the plug is in and no card was held. */
export function checkCardMissing({ connector, session }: WhyFacts): Finding {
  if (connector?.status !== 'Preparing' || session !== null) return clear('not-waiting-for-card');
  return hit('no-card', { sinceAt: connector.since }, { kind: 'start' });
}

/** Check 8: a plug was seen for a moment only, which is how a worn cable or adapter looks. */
export function checkBriefPlug({ briefPlug, session, now }: WhyFacts): Finding {
  if (briefPlug === null || session !== null || now - briefPlug.at > BRIEF_PLUG_IS_RECENT)
    return clear('no-brief-plug');
  return hit('brief-plug', { at: briefPlug.at, heldMs: briefPlug.heldMs }, { kind: 'unlock' });
}

/** Check 9: the car has paused, or its session is over and it was never pulled out. */
export function checkCar({ connector, session }: WhyFacts): Finding {
  if (connector?.status === 'SuspendedEV')
    return hit('car-paused', { sinceAt: connector.since }, openSession(session?.id));
  if (connector?.status === 'Finishing' && session === null)
    return hit('ended-still-plugged', { sinceAt: connector.since }, { kind: 'unlock' });
  return clear('car-not-paused');
}

function openSession(sessionId: number | undefined): WhyAction | null {
  return sessionId === undefined ? null : { kind: 'open-session', sessionId };
}

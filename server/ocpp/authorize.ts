import type { HeldCard } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import type { CardVerdict } from '#core/access/decide-access.ts';
import type { Change } from '#core/changes.ts';
import type { StationId } from '#core/shared/ids.ts';
import { heldBy } from '../access/access-facts.ts';
import { heldCard } from '../access/held-card.ts';
import { holderAt } from '../access/holder-of.ts';
import { idTagInfo } from '../access/id-tag-info.ts';
import { judgeCard, orderedBy, verdictWord } from '../access/judge-card.ts';
import { logLine } from '../site/log-line.ts';
import type { Handler } from './handler.ts';

/** OCPP 1.6 §4.1. Every card held is remembered: a new card is added by choosing it from that list. */
export const authorize: Handler<'Authorize'> = {
  decide(live, { stationId, request, receivedAt }) {
    const at = { stationId, idTag: request.idTag, now: receivedAt };
    const verdict = judgeCard(live, at);
    const uid = cardUid(request.idTag);
    return {
      response: { idTagInfo: idTagInfo(live, at, verdict) },
      changes: [
        ...heldCard(live, { uid, stationId, at: receivedAt, verdict: verdictWord(verdict) }),
        ...refusalLine(verdict, { uid, stationId, at: receivedAt }),
      ],
      told: [{ kind: 'held-card' }, { kind: 'station', stationId }, { kind: 'log' }],
      remember(undo) {
        if (verdict.kind !== 'accepted') return;
        const { holder } = holderAt(live, heldBy(live, request.idTag), receivedAt);
        undo.set(live.acceptedCards, stationId, {
          uid,
          holder: holder ?? orderedBy(verdict),
          at: receivedAt,
        });
      },
    };
  },
};

/** "Why could he not charge?" is asked later, by telephone. */
function refusalLine(
  verdict: CardVerdict,
  { uid, stationId, at }: Pick<HeldCard, 'uid' | 'at'> & { readonly stationId: StationId },
): readonly Change[] {
  if (verdict.kind === 'accepted') return [];
  const facts = { card: uid, refusal: verdict.refusal.kind };
  return [logLine(at, 'session-refused', { level: 'attention', stationId, facts })];
}

import { cardUid } from '#core/access/card-uid.ts';
import { idTagInfo, judgeCard, verdictWord } from '../access/judge-card.ts';
import type { Handler } from './handler.ts';

/** OCPP 1.6 §4.1. Every card held is remembered: a new card is added by choosing it from that list. */
export const authorize: Handler<'Authorize'> = {
  decide(live, { stationId, request, receivedAt }) {
    const verdict = judgeCard(live, { stationId, idTag: request.idTag, now: receivedAt });
    const uid = cardUid(request.idTag);
    return {
      response: { idTagInfo: idTagInfo(verdict) },
      changes: [
        { kind: 'card-held', held: { uid, stationId, at: receivedAt, verdict: verdictWord(verdict) } },
      ],
      told: [{ kind: 'held-card' }, { kind: 'station', stationId }],
      remember(undo) {
        if (verdict.kind !== 'accepted') return;
        const holder = verdict.card?.holder ?? null;
        undo.set(live.acceptedCards, stationId, { uid, holder, at: receivedAt });
      },
    };
  },
};

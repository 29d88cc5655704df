import type { AccessCheck } from '#api/access-check.ts';
import type { CardVerdict } from '#core/access/decide-access.ts';
import type { Refusal } from '#core/access/refusal.ts';
import { cardId, stationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { judgeCard } from '../../access/judge-card.ts';
import type { Application } from '../../application.ts';
import { fromIsoTime, isoTimeOrNull } from '../iso-time.ts';
import { found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

export function checkHandlers(app: Application): SomeHandlers<'checkAccess'> {
  const { live } = app.desk;
  return {
    async checkAccess({ params, query, caller }) {
      const card = live.access.cards.get(cardId(query.cardId));
      const isSeen = card !== undefined && caller.can('access.read', card.tenantId);
      const { uid } = found(isSeen ? card : null, `card ${query.cardId}`);
      const verdict = judgeCard(live, {
        stationId: stationId(params.stationId),
        idTag: uid,
        now: query.at === undefined ? app.clock.now() : fromIsoTime(query.at),
      });
      return checkView(verdict);
    },
  };
}

function checkView(verdict: CardVerdict): AccessCheck {
  if (verdict.kind === 'accepted') {
    const { by } = verdict;
    const rule = by.kind === 'rule' ? { id: by.rule.id, name: by.rule.name } : null;
    return { verdict: 'accepted', rule, allowed: [], since: null, opensAt: null };
  }
  const { refusal } = verdict;
  return {
    verdict: refusal.kind,
    rule: null,
    allowed: refusal.kind === 'not-allowed-here' ? [...refusal.allowed] : [],
    since: isoTimeOrNull(sinceOf(refusal)),
    opensAt: isoTimeOrNull(opensAtOf(refusal)),
  };
}

function sinceOf(refusal: Refusal): Instant | null {
  return 'since' in refusal ? refusal.since : null;
}

function opensAtOf(refusal: Refusal): Instant | null {
  if (refusal.kind === 'outside-hours') return refusal.opensAt;
  return 'from' in refusal ? refusal.from : null;
}

import type { AccessCheck } from '#api/access-check.ts';
import type { CardVerdict } from '#core/access/decide-access.ts';
import type { Refusal } from '#core/access/refusal.ts';
import type { Instant } from '#core/shared/units.ts';
import { isoTimeOrNull } from '../iso-time.ts';

/** A verdict with what it rests on. */
export function accessCheckView(verdict: CardVerdict): AccessCheck {
  if (verdict.kind === 'refused') return refusalView(verdict.refusal);
  const { by } = verdict;
  const rule = by.kind === 'rule' ? { id: by.rule.id, name: by.rule.name } : null;
  return { verdict: 'accepted', rule, allowed: [], since: null, opensAt: null };
}

/** Why a card may not charge, with since when, who may, and from when on it may. */
export function refusalView(refusal: Refusal): AccessCheck {
  return {
    verdict: refusal.kind,
    rule: null,
    allowed: refusal.kind === 'not-allowed-here' ? [...refusal.allowed] : [],
    since: isoTimeOrNull('since' in refusal ? refusal.since : null),
    opensAt: isoTimeOrNull(opensAtOf(refusal)),
  };
}

/** From when on a card that is refused now may charge; null where nobody knows. */
export function opensAtOf(refusal: Refusal): Instant | null {
  if (refusal.kind === 'outside-hours') return refusal.opensAt;
  return 'from' in refusal ? refusal.from : null;
}

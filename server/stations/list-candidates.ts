import { decideAccess } from '#core/access/decide-access.ts';
import { untilRefused } from '#core/access/until-refused.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { ListCandidate } from '#core/stations/wanted-list.ts';
import { accessFacts, assignmentsOf, type Held, holdersAt, rulesAt } from '../access/access-facts.ts';
import type { LiveSite } from '../site/live-site.ts';

/**
 * What is decided of every card, and of every car that stations recognise, at one station: the same as when they were
 * held there now. That a card charges elsewhere says nothing of later.
 */
export function* listCandidates(live: LiveSite, station: StationId, now: Instant): Generator<ListCandidate> {
  const rules = rulesAt(live, station);
  /** What is decided of those whose groups are all that matters: most of them, and they are many. */
  const usual = new Map<string, Pick<ListCandidate, 'verdict' | 'until'>>();
  for (const card of live.access.cards.values())
    if (card.removedAt === null) {
      const { uid, spellings, addedAt, parentTag } = card;
      yield { numbers: [uid, ...spellings], addedAt, parentTag, ...decided({ card, recognised: null }) };
    }
  for (const recognised of live.access.vehicles.values())
    if (recognised.removedAt === null && recognised.vid !== null) {
      const { vid, addedAt } = recognised;
      yield { numbers: [vid], addedAt, parentTag: null, ...decided({ card: null, recognised }) };
    }

  function decided(held: Held): Pick<ListCandidate, 'verdict' | 'until'> {
    const key = groupsOfUsual(live, held, now);
    const known = key === null ? undefined : usual.get(key);
    if (known !== undefined) return known;
    const made = decidedAnew(held);
    if (key !== null) usual.set(key, made);
    return made;
  }

  function decidedAnew(held: Held): Pick<ListCandidate, 'verdict' | 'until'> {
    const factsAt = (moment: Instant) => accessFacts(live, held, { now: moment, rules, chargingAt: [] });
    const facts = factsAt(now);
    const verdict = decideAccess(facts);
    if (verdict.kind === 'refused') return { verdict, until: null };
    return { verdict, until: untilRefused(facts, assignmentsOf(live, held), factsAt) };
  }
}

/** The groups of a card or a car that nothing blocks and nothing ends; null where something does. */
function groupsOfUsual(live: LiveSite, held: Held, now: Instant): string | null {
  const { card, recognised } = held;
  const { drivers, vehicles } = holdersAt(live, held, now);
  const isBound = assignmentsOf(live, held).some(({ from, to }) => from !== null || to !== null);
  const limited = [...(card === null ? [] : [card]), ...drivers].some(
    ({ validFrom, expiresAt, blockedAt, removedAt }) =>
      validFrom !== null || expiresAt !== null || blockedAt !== null || removedAt !== null,
  );
  const cars = [...vehicles, ...(recognised === null ? [] : [recognised])];
  const stopped = cars.some(({ blockedAt, removedAt }) => blockedAt !== null || removedAt !== null);
  if (isBound || limited || stopped) return null;
  const groupIds = [...(card?.groupIds ?? []), ...[...drivers, ...cars].flatMap((one) => one.groupIds)];
  return [...new Set(groupIds)].sort((a, b) => a - b).join(' ');
}

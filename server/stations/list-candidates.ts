import { decideAccess } from '#core/access/decide-access.ts';
import { untilRefused } from '#core/access/until-refused.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { ListCandidate } from '#core/stations/wanted-list.ts';
import { accessFacts, assignmentsOf, type Held, rulesAt } from '../access/access-facts.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { ListParty } from './list-parties.ts';

/**
 * What is decided of a card, or of a car that stations recognise, at one station: the same as when it were held there
 * now. That a card charges elsewhere says nothing of later.
 */
export function listCandidates(
  live: LiveSite,
  station: StationId,
  now: Instant,
): (party: ListParty) => ListCandidate {
  const rules = rulesAt(live, station);
  /** What is decided of those whose groups are all that matters: most of them, and they are many. */
  const usual = new Map<string, Pick<ListCandidate, 'verdict' | 'until'>>();

  return (party) => {
    const { numbers, addedAt, parentTag } = party;
    const { verdict, until } = decided(party);
    return { numbers, addedAt, parentTag, verdict, until };
  };

  function decided({ held, usualGroups }: ListParty): Pick<ListCandidate, 'verdict' | 'until'> {
    const known = usualGroups === null ? undefined : usual.get(usualGroups);
    if (known !== undefined) return known;
    const made = decidedAnew(held);
    if (usualGroups !== null) usual.set(usualGroups, made);
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

import type { Instant } from '../shared/units.ts';
import type { Assignment } from './assignment.ts';
import { type AccessFacts, type CardVerdict, decideAccess, rulesFor } from './decide-access.ts';
import { earliest } from './next-turn.ts';
import { nextTurn } from './week-windows.ts';

/** Past this many turns nobody looks: the list is made anew long before. */
const MOST_TURNS = 12;

/**
 * Until when somebody who may charge now may do so, on what is known now: a station that is alone then refuses by
 * itself. Null where nothing in sight ends it. `factsAt` gives the facts of a later moment.
 */
export function untilRefused(
  facts: AccessFacts,
  assignments: readonly Assignment[],
  factsAt: (moment: Instant) => AccessFacts,
): Instant | null {
  let current = facts;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = nextChange(current, assignments);
    if (next === null) return null;
    current = factsAt(next);
    if (isRefused(decideAccess(current))) return next;
  }
  return current.now;
}

/** The next moment at which the verdict can be another one. */
function nextChange(facts: AccessFacts, assignments: readonly Assignment[]): Instant | null {
  const { card, drivers, rules, now, clock } = facts;
  const moments: (Instant | null)[] = [card?.expiresAt ?? null];
  for (const { from, to } of assignments) moments.push(from, to);
  for (const { validFrom, expiresAt } of drivers) moments.push(validFrom, expiresAt);
  for (const { from, to } of rules) moments.push(from, to);
  const letIn = rulesFor(facts).map(({ windows }) => windows);
  // One rule without hours is enough, and what one window ends another may go on with.
  if (letIn.every((windows) => windows.length > 0))
    moments.push(nextTurn(letIn.flat(), now, { clock, open: false }));
  return earliest(now, moments);
}

function isRefused({ kind }: CardVerdict): boolean {
  return kind === 'refused';
}

import type { Instant } from '../shared/units.ts';
import type { ContractTerms, SessionFacts } from './session-facts.ts';

/**
 * What a session used as it was priced: from this any other tariff can be tried on it. Stations of our own tell neither of
 * reservations that are paid for nor of power from moment to moment, and what the connector can deliver was looked at before.
 */
export interface SoldUsage extends Pick<SessionFacts, 'periods' | 'longestGuess'> {
  readonly discount: ContractTerms['discount'];
}

/** The facts that another tariff is tried on; `freeEnergy` is what the session used up of its contract's. */
export function factsOfUsage(
  { periods, longestGuess, discount }: SoldUsage,
  freeEnergy: ContractTerms['freeEnergy'],
): SessionFacts {
  const contract = { freeEnergy, discount };
  const facts = { periods, expired: false, strongest: null, contract };
  return longestGuess === undefined ? facts : { ...facts, longestGuess };
}

/**
 * The same without the time in which the car stood on, for a tariff that asks nothing for that; null where it did not. A session is
 * always cut where it stopped.
 */
export function factsUntilStop(facts: SessionFacts, stoppedAt: Instant): SessionFacts | null {
  const last = facts.periods.at(-1);
  if (last === undefined || last.to <= stoppedAt) return null;
  return { ...facts, periods: facts.periods.filter(({ to }) => to <= stoppedAt) };
}

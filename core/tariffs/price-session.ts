import { basisPoints, type MilliwattHours, type Money } from './amounts.ts';
import { withLimits } from './apply-limits.ts';
import { compileTariff } from './compile-tariff.ts';
import { type Implausible, implausible } from './implausible.ts';
import { LANE } from './lane.ts';
import { linesOf } from './price-lines.ts';
import type { PriceStep } from './price-step.ts';
import type { SessionFacts } from './session-facts.ts';
import { sumOf } from './sum-lines.ts';
import type { Tariff } from './tariff.ts';
import { type Walk, walkSession } from './walk-session.ts';
import type { WallDays } from './wall-days.ts';

/** What a session costs, or why a person has to say. */
export type PriceOutcome = PricedSession | { readonly kind: 'needs-decision'; readonly reason: Implausible };

export interface PricedSession {
  readonly kind: 'priced';
  readonly total: Money;
  /** How the total came about, line by line; they add up to it. */
  readonly steps: readonly PriceStep[];
  /** What it used of the energy that the contract makes free. */
  readonly freeEnergy: MilliwattHours;
}

/**
 * Prices a session by a tariff, in the local time of its site. One that still runs is priced until now, by the same
 * rules. Facts that cannot be true are never priced, nor is charging time of which nobody knows how long it was.
 */
export function priceSession(facts: SessionFacts, tariff: Tariff, days: WallDays): PriceOutcome {
  const reason = implausible(facts);
  if (reason !== null) return { kind: 'needs-decision', reason };
  const compiled = compileTariff(tariff);
  const walk = walkSession(facts, compiled, days);
  if (walk.kind === 'gap') return { kind: 'needs-decision', reason: walk };
  const unknown = unknownPaid(facts, walk);
  if (unknown !== null) return { kind: 'needs-decision', reason: unknown };
  const discount = facts.contract?.discount ?? basisPoints(0);
  const sum = withLimits(sumOf(linesOf(walk, compiled), { tariff, discount }), tariff);
  const { freeEnergy } = walk;
  const free: readonly PriceStep[] = freeEnergy === 0 ? [] : [{ kind: 'free-energy', quantity: freeEnergy }];
  const steps = [...free, ...sum.steps, ...sum.taxes];
  return { kind: 'priced', total: sum.total, steps, freeEnergy };
}

/** The first stretch that a price for charging time fell on, though nobody knows whether the car charged. */
function unknownPaid({ unknownCharging = [] }: SessionFacts, { usages }: Walk): Implausible | null {
  if (unknownCharging.length === 0) return null;
  const sold = usages
    .filter(({ component: { lane, component } }) => lane === LANE.time && component.price > 0)
    .flatMap(({ parts }) => parts);
  const found = unknownCharging.find(({ from, to }) => sold.some((part) => part.from < to && from < part.to));
  return found === undefined ? null : { kind: 'charging-time-unknown', from: found.from, to: found.to };
}

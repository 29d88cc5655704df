import type { MilliwattHours, Money } from './amounts.ts';
import { withLimits } from './apply-limits.ts';
import { type CompiledTariff, compileTariff } from './compile-tariff.ts';
import { countUsage, type UsageCount, usageCount } from './count-usage.ts';
import { directTotal, isSummedDirectly } from './direct-total.ts';
import type { Implausible } from './implausible.ts';
import { linesOf } from './price-lines.ts';
import { priceSession } from './price-session.ts';
import { priceTimeline } from './price-timeline.ts';
import { sumOf } from './sum-lines.ts';
import type { Tariff } from './tariff.ts';
import { type KeptUsage, type PackedUsage, unpacked } from './usage-pages.ts';
import type { Walk } from './walk-session.ts';
import type { WallDays } from './wall-days.ts';

/** What `priceSession` says but for how it came about. */
export type TotalOutcome =
  | { readonly kind: 'priced'; readonly total: Money; readonly freeEnergy: MilliwattHours }
  | { readonly kind: 'needs-decision'; readonly reason: Implausible };

/**
 * Prices many sessions by one tariff, to the cent as `priceSession` does, without a word on how each total came about.
 * Where a tariff asks for the clock alone that is quicker by far; else it is `priceSession`. What is returned counts in
 * one place: it is asked for one session after the other.
 */
export function totalsBy(tariff: Tariff, days: WallDays): (usage: KeptUsage) => TotalOutcome {
  const compiled = compileTariff(tariff);
  const timeline = priceTimeline(compiled, days);
  const count = timeline === null ? null : usageCount(compiled, timeline);
  const direct = isSummedDirectly(tariff) ? directTotal(compiled) : null;
  return (usage) => {
    switch (usage.kind) {
      case 'implausible':
        return { kind: 'needs-decision', reason: usage.reason };
      case 'whole':
        return priceSession(usage.facts, tariff, days);
      case 'packed': {
        if (count === null || !countUsage(count, usage)) return priceSession(unpacked(usage), tariff, days);
        const isDirect = direct !== null && count.idle === 0;
        const total = isDirect ? direct(count, usage.discount) : sumOfCount(count, usage, compiled);
        return { kind: 'priced', total, freeEnergy: (usage.freeEnergy - count.freeLeft) as MilliwattHours };
      }
    }
  };
}

/** By the lines that a price with its steps has. */
function sumOfCount(count: UsageCount, { discount }: PackedUsage, compiled: CompiledTariff): Money {
  const { tariff, components } = compiled;
  const usages = components
    .filter(({ id }) => count.isCounted[id] === 1)
    .map((component) => ({ component, quantity: count.quantities[component.id] ?? 0, parts: [] }));
  const walk: Walk = {
    kind: 'walked',
    usages,
    last: [],
    freeEnergy: 0 as MilliwattHours,
    idle: count.idle,
    idleParts: [],
    quiet: 0,
    early: 0,
  };
  return withLimits(sumOf(linesOf(walk, compiled), { tariff, discount }), tariff).total;
}

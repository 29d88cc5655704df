import type { PricingFigures } from './figures.ts';
import { atMost, type Goal, milliseconds, told } from './goal.ts';

/** What was promised of prices; beside it what the same products take in a bare loop. */
export function pricingGoals({ sessions, periods, priced, bare }: PricingFigures): readonly Goal[] {
  const many = sessions.toLocaleString('en');
  return [
    atMost(`${many} sessions by a quarter-hour tariff, with their steps`, priced.ms, 50),
    told('   by processor time', milliseconds(priced.processorMs)),
    told(`   their ${periods.toLocaleString('en')} products in a bare loop`, milliseconds(bare.ms)),
  ];
}

import type { PricingFigures, TariffSiteFigures } from './figures.ts';
import { atMost, type Goal, milliseconds, told } from './goal.ts';

/** What was promised of prices; beside it what the same products take in a bare loop. */
export function pricingGoals({ sessions, periods, totals, priced, bare }: PricingFigures): readonly Goal[] {
  const many = sessions.toLocaleString('en');
  return [
    atMost(`totals of ${many} sessions by a quarter-hour tariff`, totals.ms, 50),
    told('   by processor time', milliseconds(totals.processorMs)),
    told(`   their ${periods.toLocaleString('en')} products in a bare loop`, milliseconds(bare.ms)),
    told('   by processor time', milliseconds(bare.processorMs)),
    told('   with all their steps', milliseconds(priced.ms)),
    told('   by processor time', milliseconds(priced.processorMs)),
  ];
}

/** How much slower others may become while prices are worked out. */
const MOST_TIMES = 2;

/** The same of a site that runs; what is promised for 100,000 sessions is promised in proportion for fewer. */
export function tariffSiteGoals(figures: TariffSiteFigures): readonly Goal[] {
  const { sessions, pricedMs, bareMs, rehearsal, calm, during, rehearsals, pricedAgain } = figures;
  const month = rehearsal.sessions.toLocaleString('en');
  return [
    atMost(`${sessions.toLocaleString('en')} sessions read, priced and kept`, pricedMs, sessions / 20),
    told('   as many rows read and written bare', milliseconds(bareMs)),
    atMost(`rehearsal of ${month} sessions, the first time`, rehearsal.firstMs, 500),
    atMost('   while its month is at hand, median', rehearsal.nextMs, 500),
    slower('what stations ask, p99', calm.stationsP99Ms, during.stationsP99Ms),
    slower('list of sessions, p99', calm.listP99Ms, during.listP99Ms),
    told('   months rehearsed meanwhile', String(rehearsals)),
    told('   sessions priced again meanwhile', String(pricedAgain)),
    told('   event loop late at the worst', milliseconds(during.loopMaxMs)),
  ];
}

function slower(what: string, calmMs: number, duringMs: number): Goal {
  return {
    what: `${what}, while months are rehearsed`,
    figure: milliseconds(duringMs),
    target: `≤ ${MOST_TIMES} × ${milliseconds(calmMs)}`,
    reached: duringMs <= MOST_TIMES * calmMs,
  };
}

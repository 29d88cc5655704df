import { HOUR, type Instant, instant, MINUTE, milliseconds } from '#core/shared/units.ts';
import { milliwattHours } from '#core/tariffs/amounts.ts';
import { priceSession } from '#core/tariffs/price-session.ts';
import { totalsBy } from '#core/tariffs/price-totals.ts';
import type { SessionFacts, UsagePeriod } from '#core/tariffs/session-facts.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import { type KeptUsage, UsagePages } from '#core/tariffs/usage-pages.ts';
import { wallDays } from '#server/site/wall-days.ts';
import type { PricingFigures, WorkTime } from '../figures.ts';
import { QUARTER, QUARTERS_A_DAY, quarterHourTariff } from '../quarter-hour-tariff.ts';

const SESSIONS = 100_000;
/** Rounds before the compiler knows what is asked. */
const WARM = 4;
const START_OF_2026 = Date.UTC(2026, 0, 1);

/** A year of sessions by a tariff with a price for each quarter of an hour: their totals, and all their steps. */
export function measurePricing(rounds: number): PricingFigures {
  const tariff = quarterHourTariff();
  const days = wallDays('Europe/Berlin');
  const sessions = Array.from({ length: SESSIONS }, (_, index) => sessionOf(index));
  const pages = new UsagePages({ byQuarter: true });
  const kept = sessions.map((session) => pages.keep(session));
  const runs = Array.from({ length: WARM + rounds }, () => ({
    totals: timeOf(() => {
      const totalOf = totalsBy(tariff, days);
      for (const usage of kept) totalOf(usage);
    }),
    bare: timeOf(() => bareSum(kept, tariff)),
    priced: timeOf(() => {
      for (const session of sessions) priceSession(session, tariff, days);
    }),
  }));
  const counted = runs.slice(WARM);
  return {
    sessions: SESSIONS,
    periods: sessions.reduce((sum, { periods }) => sum + periods.length, 0),
    totals: middle(counted.map(({ totals }) => totals)),
    bare: middle(counted.map(({ bare }) => bare)),
    priced: middle(counted.map(({ priced }) => priced)),
  };
}

/** From twenty minutes to three hours at 11 kW, with a reading on every quarter of an hour. */
function sessionOf(index: number): SessionFacts {
  const from = START_OF_2026 + ((index * 7_919) % (365 * 1_440)) * MINUTE + (index % 60) * 1_000;
  const to = from + (20 + ((index * 31) % 160)) * MINUTE;
  const periods: UsagePeriod[] = [];
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / QUARTER) + 1) * QUARTER);
    periods.push(periodOf(instant(at), instant(next)));
    at = next;
  }
  return { periods, expired: false, strongest: null, contract: null };
}

function periodOf(from: Instant, to: Instant): UsagePeriod {
  const length = to - from;
  return {
    from,
    to,
    energy: milliwattHours(Math.round((length / HOUR) * 11_000_000)),
    charging: milliseconds(length),
    idle: milliseconds(0),
    reserved: milliseconds(0),
    power: null,
    current: null,
    readings: { from, to },
  };
}

/** The same products of the same numbers without asking what time it is in Berlin. */
function bareSum(kept: readonly KeptUsage[], { elements }: Tariff): number {
  const prices = Float64Array.from(elements, ({ components }) => components[0]?.price ?? 0);
  let cents = 0;
  for (const usage of kept) {
    if (usage.kind !== 'packed') continue;
    const { lengths, energies } = usage.page;
    let at: number = usage.from;
    for (let row = usage.first; row < usage.end; row += 1) {
      const price = prices[Math.floor(at / QUARTER) % QUARTERS_A_DAY] ?? 0;
      cents += Math.round(((energies[row] ?? 0) * price) / 1e10);
      at += lengths[row] ?? 0;
    }
  }
  return cents;
}

function timeOf(work: () => unknown): WorkTime {
  const began = performance.now();
  const cpu = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - began, processorMs: (user + system) / 1_000 };
}

/** By the clock. */
function middle(times: readonly WorkTime[]): WorkTime {
  const sorted = times.toSorted((a, b) => a.ms - b.ms);
  return sorted[sorted.length >> 1] ?? { ms: Number.NaN, processorMs: Number.NaN };
}

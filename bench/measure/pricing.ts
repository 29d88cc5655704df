import { DAY, HOUR, type Instant, instant, MINUTE, milliseconds } from '#core/shared/units.ts';
import { basisPoints, microUnits, milliwattHours } from '#core/tariffs/amounts.ts';
import { priceSession } from '#core/tariffs/price-session.ts';
import type { SessionFacts, UsagePeriod } from '#core/tariffs/session-facts.ts';
import { ALWAYS, type Tariff } from '#core/tariffs/tariff.ts';
import { wallDays } from '#server/site/wall-days.ts';
import type { PricingFigures, WorkTime } from '../figures.ts';

const SESSIONS = 100_000;
const QUARTER = 15 * MINUTE;
const QUARTERS_A_DAY = DAY / QUARTER;
const START_OF_2026 = Date.UTC(2026, 0, 1);

/** A year of sessions by a tariff with a price for each quarter of an hour, with all their steps. */
export function measurePricing(rounds: number): PricingFigures {
  const tariff = quarterHourTariff();
  const days = wallDays('Europe/Berlin');
  const sessions = Array.from({ length: SESSIONS }, (_, index) => sessionOf(index));
  const runs = Array.from({ length: rounds + 1 }, () => ({
    priced: timeOf(() => {
      for (const session of sessions) priceSession(session, tariff, days);
    }),
    bare: timeOf(() => bareSum(sessions, tariff)),
  }));
  return {
    sessions: SESSIONS,
    periods: sessions.reduce((sum, { periods }) => sum + periods.length, 0),
    priced: fastest(runs.map(({ priced }) => priced)),
    bare: fastest(runs.map(({ bare }) => bare)),
  };
}

function quarterHourTariff(): Tariff {
  return {
    currency: 'EUR',
    taxes: 'included',
    rounding: 'each-line',
    elements: Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => ({
      components: [
        {
          dimension: 'energy',
          price: microUnits(300_000 + quarter * 1_000),
          vat: basisPoints(1_900),
          stepSize: null,
        },
      ],
      when: { ...ALWAYS, window: { from: quarter * 15, to: (quarter + 1) * 15 } },
    })),
    minPrice: null,
    maxPrice: null,
    blocking: null,
    land: null,
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

/** The same products without asking what time it is in Berlin, and without a word on how they came about. */
function bareSum(sessions: readonly SessionFacts[], { elements }: Tariff): number {
  const prices = elements.map(({ components }) => components[0]?.price ?? 0);
  let cents = 0;
  for (const { periods } of sessions)
    for (const { from, energy } of periods)
      cents += Math.round((energy * (prices[Math.floor(from / QUARTER) % QUARTERS_A_DAY] ?? 0)) / 1e10);
  return cents;
}

function timeOf(work: () => unknown): WorkTime {
  const began = performance.now();
  const cpu = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - began, processorMs: (user + system) / 1_000 };
}

function fastest(times: readonly WorkTime[]): WorkTime {
  return times.reduce((best, time) => (time.ms < best.ms ? time : best));
}

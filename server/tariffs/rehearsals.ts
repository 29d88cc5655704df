import { forbidsTime, NO_METERING_FLAGS } from '#core/eichrecht/energy-for-money.ts';
import type { TenantId } from '#core/shared/ids.ts';
import { elapsed, type Instant, MINUTE } from '#core/shared/units.ts';
import { needsClock } from '#core/tariffs/needs-clock.ts';
import { paysIdle } from '#core/tariffs/pays-idle.ts';
import { type TotalOutcome, totalsBy } from '#core/tariffs/price-totals.ts';
import { isClockInDoubt } from '#core/tariffs/rate-session.ts';
import { type PastSession, pricesByQuarter, RehearsalSums } from '#core/tariffs/rehearse.ts';
import { factsOfUsage, factsUntilStop } from '#core/tariffs/sold-usage.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import { type KeptUsage, UsagePages } from '#core/tariffs/usage-pages.ts';
import type { RatedPrice, RatedSession } from '#store/tariffs/rated-sessions.ts';
import type { Application } from '../application.ts';
import { giveWay } from '../give-way.ts';
import { daysOf } from './rating-facts.ts';
import { monthNamed } from './site-month.ts';

export interface RehearsalWish {
  readonly tariff: Tariff;
  /** Null: the sessions of every tariff. */
  readonly tariffId: number | null;
  /** Such as `2026-11`. */
  readonly month: string;
  /** Null: of all. */
  readonly tenants: readonly TenantId[] | null;
}

export interface Rehearsals {
  rehearse(wish: RehearsalWish): Promise<RehearsalSums>;
}

/** Sessions between two looks at what else there is to do. */
const SLICE = 250;
/** For so long the sessions of a month are kept at hand while somebody tries prices. */
const KEPT_FOR = 2 * MINUTE;
/** Months that are kept at hand at once: two people may try prices. */
const MOST_KEPT = 2;

interface Kept {
  readonly at: Instant;
  readonly sessions: Promise<readonly Past[]>;
}

interface Past extends Pick<PastSession, 'payer' | 'group'>, Pick<RatedSession, 'stationId'> {
  readonly tariffId: number | null;
  readonly priced: PastPrice | null;
}

interface PastPrice extends Pick<RatedPrice, 'currency' | 'exclVat' | 'inclVat' | 'timeZone'> {
  readonly usage: KeptUsage;
  /** Where the car stood on after the stop, what was used until then; null where that is all. */
  readonly usageUntilStop: KeptUsage | null;
  readonly energyMwh: number;
  /** Its times are in doubt: no hours are tried on it. */
  readonly isClockInDoubt: boolean;
}

/** Replays months of real sessions. Each edit of a draft asks again, so what was read once is kept for a while. */
export function createRehearsals(app: Application): Rehearsals {
  const kept = new Map<string, Kept>();

  return {
    async rehearse(wish) {
      const { tariff, tariffId } = wish;
      const totalOf = totalsOf(tariff);
      const sums = new RehearsalSums();
      const isGross = tariff.taxes === 'included';
      const asksClock = needsClock(tariff);
      for (const [index, past] of (await sessionsOf(wish)).entries()) {
        if (index % SLICE === SLICE - 1) await giveWay(app.store);
        if (tariffId !== null && past.tariffId !== tariffId) continue;
        const { priced, payer, group } = past;
        // Amounts of two currencies make no difference; hours that may not be sold would be held.
        const isLeftOut = priced === null || priced.currency !== tariff.currency;
        if (isLeftOut || (asksClock && (priced.isClockInDoubt || mayNotSellTime(past)))) {
          sums.leftOut += 1;
          continue;
        }
        const { usage, energyMwh } = priced;
        const before = isGross ? priced.inclVat : priced.exclVat;
        sums.replay({ usage, energyMwh, before, payer, group }, totalOf(priced), tariff);
      }
      return sums;
    },
  };

  /** By what its station is allowed by now: whoever rehearses asks what will be. Whether a meter vouches for its clock is asked of a real price alone. */
  function mayNotSellTime({ stationId }: Past): boolean {
    return forbidsTime(app.desk.live.stations.get(stationId)?.metering ?? NO_METERING_FLAGS);
  }

  function sessionsOf({ month, tenants, tariff }: RehearsalWish): Promise<readonly Past[]> {
    const byQuarter = pricesByQuarter(tariff);
    const key = JSON.stringify([month, tenants, byQuarter]);
    const now = app.clock.now();
    const known = kept.get(key);
    if (known !== undefined && elapsed(known.at, now) < KEPT_FOR) return known.sessions;
    kept.delete(key);
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const sessions = read({ month, tenants, byQuarter });
    const made = { at: now, sessions };
    kept.set(key, made);
    sessions.catch(() => kept.delete(key));
    // A month is large: nobody who has looked once keeps it in memory.
    setTimeout(() => kept.get(key) === made && kept.delete(key), KEPT_FOR).unref();
    return sessions;
  }

  async function read({
    month,
    tenants,
    byQuarter,
  }: Pick<RehearsalWish, 'month' | 'tenants'> & { readonly byQuarter: boolean }): Promise<readonly Past[]> {
    const bounds = monthNamed(month, app.desk.live.site.timeZone);
    const past: Past[] = [];
    const pages = new UsagePages({ byQuarter });
    for await (const chunk of app.store.reads.ratedSessions({ ...bounds, tenants })) {
      for (const rated of chunk) past.push(pastOf(rated, pages));
      await giveWay(app.store);
    }
    return past;
  }
}

/** What a tariff makes of each, by the clock on the wall where it was sold. */
function totalsOf(tariff: Tariff): (priced: PastPrice) => TotalOutcome {
  const asksIdle = paysIdle(tariff);
  const byZone = new Map<string, (usage: KeptUsage) => TotalOutcome>();
  return ({ usage, usageUntilStop, timeZone }) => {
    const totalOf = byZone.get(timeZone) ?? totalsBy(tariff, daysOf(timeZone));
    byZone.set(timeZone, totalOf);
    return totalOf(asksIdle ? usage : (usageUntilStop ?? usage));
  };
}

function pastOf({ payer, tariffId, group, stationId, priced }: RatedSession, pages: UsagePages): Past {
  return { payer, tariffId, group, stationId, priced: priced === null ? null : pastPrice(priced, pages) };
}

function pastPrice(priced: RatedPrice, pages: UsagePages): PastPrice {
  const { currency, exclVat, inclVat, timeZone, doubts } = priced;
  const facts = factsOfUsage(priced.usage, priced.freeEnergy);
  const untilStop = factsUntilStop(facts, priced.stoppedAt);
  return {
    currency,
    exclVat,
    inclVat,
    timeZone,
    usage: pages.keep(facts),
    usageUntilStop: untilStop === null ? null : pages.keep(untilStop),
    energyMwh: facts.periods.reduce((sum, { energy }) => sum + energy, 0),
    isClockInDoubt: isClockInDoubt(doubts),
  };
}

import { setImmediate } from 'node:timers/promises';
import type { TenantId } from '#core/shared/ids.ts';
import { elapsed, type Instant, MINUTE } from '#core/shared/units.ts';
import { milliwattHours } from '#core/tariffs/amounts.ts';
import { totalsBy } from '#core/tariffs/price-totals.ts';
import { sessionFacts } from '#core/tariffs/rate-session.ts';
import { type PastSession, pricesByQuarter, RehearsalSums } from '#core/tariffs/rehearse.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import { UsagePages } from '#core/tariffs/usage-pages.ts';
import type { RatedSession } from '#store/tariffs/rated-sessions.ts';
import type { Application } from '../application.ts';
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

interface Past extends Omit<PastSession, 'before'> {
  readonly tariffId: number | null;
  readonly currency: string | null;
  /** Null where a person has said what it costs, or has yet to. */
  readonly total: RatedSession['before'];
}

/** Replays months of real sessions. Each edit of a draft asks again, so what was read once is kept for a while. */
export function createRehearsals(app: Application): Rehearsals {
  const kept = new Map<string, Kept>();

  return {
    async rehearse(wish) {
      const totalOf = totalsBy(wish.tariff, daysOf(app.desk.live.site.timeZone));
      const sums = new RehearsalSums();
      const isGross = wish.tariff.taxes === 'included';
      for (const [index, past] of (await sessionsOf(wish)).entries()) {
        if (index % SLICE === SLICE - 1) await setImmediate();
        if (wish.tariffId !== null && past.tariffId !== wish.tariffId) continue;
        const { total } = past;
        // Amounts of two currencies make no difference.
        if (total === null || past.currency !== wish.tariff.currency) sums.leftOut += 1;
        else
          sums.replay(
            { ...past, before: isGross ? total.inclVat : total.exclVat },
            totalOf(past.usage),
            wish.tariff,
          );
      }
      return sums;
    },
  };

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
    kept.set(key, { at: now, sessions });
    sessions.catch(() => kept.delete(key));
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
      await setImmediate();
    }
    return past;
  }

  function pastOf(rated: RatedSession, pages: UsagePages): Past {
    const { payer, group, tariffId, currency, before, energyMwh, freeMwh } = rated;
    const facts = sessionFacts(
      { ...rated, strongest: null, freeEnergy: milliwattHours(freeMwh) },
      { total: milliwattHours(energyMwh ?? 0), source: 'measured', now: null },
    );
    return {
      usage: pages.keep(facts),
      energyMwh: facts.periods.reduce((sum, { energy }) => sum + energy, 0),
      total: rated.state === 'priced' ? before : null,
      payer,
      group,
      tariffId,
      currency,
    };
  }
}

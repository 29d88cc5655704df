import type { Tariff } from '#api/tariff-model.ts';
import type { Rehearsal } from '#api/tariff-trials.ts';
import { DAY, type Instant } from '#core/shared/units.ts';
import type { Owner } from '#server/safety/owner.ts';
import { ANY_TIME } from '#server/testing/tariff-examples.ts';
import type { RehearsalTimes } from '../figures.ts';
import { QUARTERS_A_DAY } from '../quarter-hour-tariff.ts';
import { median } from './median.ts';

/** A month of sessions by a draft with a price for each quarter of an hour: the first time, and while somebody goes on painting. */
export async function measureRehearsals(
  owner: Owner,
  { until, requests }: { readonly until: Instant; readonly requests: number },
): Promise<RehearsalTimes> {
  const months = [15, 45, 75].map((days) => new Date(until - days * DAY).toISOString().slice(0, 7));
  const month = months[0] ?? '';
  const first = await rehearse(owner, { month, dearer: 1 });
  const next: number[] = [];
  for (let request = 0; request < requests; request += 1)
    next.push((await rehearse(owner, { month, dearer: request + 2 })).tookMs);
  return { months, sessions: first.sessions, firstMs: first.tookMs, nextMs: median(next) };
}

export async function rehearse(
  owner: Owner,
  { month, dearer }: { readonly month: string; readonly dearer: number },
): Promise<{ readonly sessions: number; readonly tookMs: number }> {
  const tariff = draft(dearer);
  const began = performance.now();
  const { sessions } = await owner.post<Rehearsal>('tariff-rehearsals', { tariff, month });
  return { sessions, tookMs: performance.now() - began };
}

function draft(dearer: number): Tariff {
  return {
    currency: 'EUR',
    taxes: 'included',
    elements: Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => ({
      components: [
        {
          dimension: 'energy',
          priceMicros: 300_000 + quarter * 1_000 + dearer * 10_000,
          vatBasisPoints: 1_900,
        },
      ],
      when: { ...ANY_TIME, window: { from: quarter * 15, to: (quarter + 1) * 15 } },
    })),
    minPrice: null,
    maxPrice: null,
    blocking: null,
    land: null,
  };
}

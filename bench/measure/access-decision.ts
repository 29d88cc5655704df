import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { idTagInfo } from '#server/access/id-tag-info.ts';
import { judgeCard } from '#server/access/judge-card.ts';
import type { Decisions, Spread } from '../figures.ts';
import { createLatencies, type Latencies } from '../load/latencies.ts';
import { seededCard } from '../seed-access.ts';
import { liveSite } from './seeded-site.ts';

/** Before the compiler knows what is asked. */
const WARM = 2_000;
/** The fastest of some decisions on the same card counts: in the others the machine did something else. */
const TRIES = 3;

/**
 * What it takes to decide on a card and to say until when, in the server's own process, beside finding a card in a map
 * and answering the same.
 */
export async function measureDecisions(
  folder: string,
  facts: { readonly station: string; readonly holders: number; readonly decisions: number },
): Promise<Decisions> {
  const live = await liveSite(folder);
  const station = stationId(facts.station);
  const bare = new Map([...live.access.cards.values()].map((card) => [String(card.uid), card]));
  const decided = createLatencies();
  const found = createLatencies();
  let accepted = 0;
  for (let number = 0; number < facts.decisions + WARM; number += 1) {
    const idTag = seededCard(1 + ((number * 7_919) % facts.holders));
    let decidedMs = Number.POSITIVE_INFINITY;
    let foundMs = Number.POSITIVE_INFINITY;
    for (let again = 0; again < TRIES; again += 1) {
      const began = performance.now();
      const at = { stationId: station, idTag, now: instant(Date.now()) };
      const info = idTagInfo(live, at, judgeCard(live, at));
      const between = performance.now();
      const other = { status: bare.has(idTag) ? 'Accepted' : 'Invalid' };
      foundMs = Math.min(foundMs, performance.now() - between);
      decidedMs = Math.min(decidedMs, between - began);
      if (again === 0 && number >= WARM) accepted += Number(info.status === other.status);
    }
    if (number < WARM) continue;
    decided.add(decidedMs);
    found.add(foundMs);
  }
  if (accepted < facts.decisions / 2) throw new Error('Most seeded cards should be let in');
  return { decided: spreadOf(decided), found: spreadOf(found) };
}

export function spreadOf(latencies: Latencies): Spread {
  return { p50Ms: latencies.percentile(0.5), p99Ms: latencies.percentile(0.99) };
}

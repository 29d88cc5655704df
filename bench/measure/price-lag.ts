import type { Scale } from '../arguments.ts';
import { runLoad } from '../child.ts';
import type { PriceLag, PriceLagRun } from '../figures.ts';
import { createLatencies } from '../load/latencies.ts';
import type { Site } from '../site.ts';
import { spreadOf } from './access-decision.ts';
import { timeOf } from './first-page.ts';
import { rehearse } from './rehearsals.ts';

/** As the seed names them; five messages a second each, Authorize among them. */
const STATIONS = Array.from({ length: 100 }, (_, index) => `BAY-${String(index + 1).padStart(4, '0')}`);
const PER_SECOND = 500;
const LONGER = 3;
const LIST = 'sessions?limit=50';

/** What stations and a list notice while somebody rehearses one month after the other and another prices sessions again. */
export async function measurePriceLag(
  site: Site,
  { months, scale }: { readonly months: readonly string[]; readonly scale: Scale },
): Promise<PriceLag> {
  const calm = await lagOf(site, scale);
  let goOn = true;
  let rehearsals = 0;
  let pricedAgain = 0;
  const rehearsing = (async () => {
    // More months than are kept: each is read anew.
    for (; goOn; rehearsals += 1)
      await rehearse(site.owner, { month: months[rehearsals % months.length] ?? '', dearer: rehearsals });
  })();
  const pricing = (async () => {
    for (; goOn; pricedAgain += 1)
      await site.owner.post(`sessions/${1 + pricedAgain}/price`, { how: { kind: 'again' }, note: 'bench' });
  })();
  const during = await lagOf(site, scale);
  goOn = false;
  await Promise.all([rehearsing, pricing]);
  return { calm, during, rehearsals, pricedAgain };
}

async function lagOf({ target, owner }: Site, { warmMs, measureMs }: Scale): Promise<PriceLagRun> {
  const lists = createLatencies();
  let goOn = true;
  const listing = (async () => {
    while (goOn) lists.add(await timeOf(owner, LIST));
  })();
  const job = { port: target.port, warmMs, measureMs: measureMs * LONGER };
  const load = await runLoad({ ...job, stations: STATIONS, mix: 'site', perSecond: PER_SECOND }, () => {
    // Being asked begins a new count.
    void target.vitals();
  });
  goOn = false;
  await listing;
  const { stallMs } = await target.vitals();
  return { stationsP99Ms: load.p99Ms, listP99Ms: spreadOf(lists).p99Ms, loopMaxMs: stallMs };
}

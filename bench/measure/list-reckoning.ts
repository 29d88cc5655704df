import { monitorEventLoopDelay } from 'node:perf_hooks';
import { instant } from '#core/shared/units.ts';
import { basisHoldsUntil, isSameBasis, listBasis } from '#server/stations/list-basis.ts';
import { digestInTurns, reckonList } from '#server/stations/reckon-list.ts';
import type { ReckoningTimes } from '../figures.ts';
import { median } from './median.ts';
import { liveSite } from './seeded-site.ts';

const MILLION = 1e6;

/**
 * What it takes to find out what stations should know of all cards, as for lists that are kept, and for how long
 * nobody else has a turn meanwhile; beside it the look that finds that nothing has changed.
 */
export async function measureListReckoning(folder: string, stations: number): Promise<ReckoningTimes> {
  const live = await liveSite(folder);
  const now = instant(Date.now());
  const ids = [...live.stations.keys()].slice(0, Math.min(stations, 10));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  delay.enable();
  for (const id of ids) {
    const began = performance.now();
    await digestInTurns((await reckonList(live, id, { now, lastHeld: new Map() })).entries);
    await basisHoldsUntil(live, listBasis(live, id), now);
    times.push(performance.now() - began);
  }
  delay.disable();
  const unchanged: number[] = [];
  for (const id of ids) {
    const before = listBasis(live, id);
    const began = performance.now();
    isSameBasis(before, listBasis(live, id));
    unchanged.push(performance.now() - began);
  }
  return { stationMs: median(times), stallMs: delay.max / MILLION, unchangedMs: median(unchanged) };
}

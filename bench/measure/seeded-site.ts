import { instant } from '#core/shared/units.ts';
import { LiveSite } from '#server/site/live-site.ts';
import { openStore } from '#store/open-store.ts';

/** What a server knows that has started on a data folder. */
export async function liveSite(folder: string): Promise<LiveSite> {
  const outcome = await openStore({ folder, now: () => instant(Date.now()) });
  if (outcome.kind !== 'opened') throw new Error(`Cannot read ${folder}: ${outcome.kind}`);
  const live = new LiveSite(await outcome.store.load());
  await outcome.store.close();
  return live;
}

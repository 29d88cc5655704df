import { NO_USE, type Use } from '#store/access/read-use.ts';
import type { Application } from '../../application.ts';
import { startOfMonth } from '../../site/local-day.ts';
import { isoTimeOrNull } from '../iso-time.ts';

type Reads = Application['store']['reads'];

/** What drivers, vehicles or cards have charged since the site's month began, and when they last did. */
export async function monthUse(
  { store, desk, clock }: Application,
  { of, keys }: Pick<Parameters<Reads['use']>[0], 'of' | 'keys'>,
): Promise<
  (keys: readonly (number | string)[]) => { readonly monthWh: number; readonly lastUsedAt: string | null }
> {
  const from = startOfMonth(clock.now(), desk.live.site.timeZone);
  const uses = await store.reads.use({ of, keys, from });
  return (of) => {
    const all = of.map((key) => uses.get(key) ?? NO_USE);
    return {
      monthWh: all.reduce((sum, { energy }) => sum + energy, 0),
      lastUsedAt: isoTimeOrNull(latest(all)),
    };
  };
}

function latest(uses: readonly Use[]): Use['lastAt'] {
  return uses.reduce<Use['lastAt']>(
    (last, { lastAt }) => (lastAt !== null && lastAt > (last ?? 0) ? lastAt : last),
    null,
  );
}

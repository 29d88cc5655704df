import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Store } from '#store/store.ts';

/** The longest that long work stands back, so that it comes to an end where there is always something to write. */
const LONGEST_MS = 8;

/**
 * Between two steps of long work that only reads: lets everything else have its turn, and what a station is waiting for reach the disk. To answer
 * it takes several turns of the event loop, and a step of long work in each of them would keep it waiting for all of them.
 */
export async function giveWay({ pending }: Pick<Store, 'pending'>): Promise<void> {
  await setImmediate();
  const beganMs = performance.now();
  while (pending() > 0 && performance.now() - beganMs < LONGEST_MS) await setTimeout(1);
}

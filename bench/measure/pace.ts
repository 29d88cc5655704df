import type { Scale } from '../arguments.ts';
import type { LoadRun, TargetName } from '../figures.ts';
import { runUnderWatch } from './run-under-watch.ts';
import { mediansOf, type Targets } from './throughput.ts';

/** Fifty times what a site of 1,000 stations sends, at an even pace. */
export const PACED_PER_SECOND = 5_000;
/** A p99 of 15,000 messages hangs on the worst 150 of them, so it takes longer than a rate. */
const LONGER = 2;

/** Latency at 5,000 messages a second, counted from when each should have been sent. */
export async function measurePace(
  targets: Targets,
  stations: readonly string[],
  { scale, say }: { readonly scale: Scale; readonly say: (line: string) => void },
): Promise<Record<TargetName, LoadRun>> {
  const { warmMs, measureMs } = scale;
  const job = {
    stations,
    mix: 'site',
    perSecond: PACED_PER_SECOND,
    warmMs,
    measureMs: measureMs * LONGER,
  } as const;
  const rounds: Record<TargetName, LoadRun>[] = [];
  for (let round = 1; round <= Math.min(scale.rounds, 3); round += 1) {
    const echo = await runUnderWatch(targets.echo, job);
    const rpc = await runUnderWatch(targets.rpc, job);
    const product = await runUnderWatch(targets.product, job);
    rounds.push({ echo, rpc, product });
    say(
      `${PACED_PER_SECOND}/s, round ${round}: p99 ${product.p99Ms.toFixed(1)} ms (echo ${echo.p99Ms.toFixed(1)} ms)`,
    );
  }
  return mediansOf(rounds);
}

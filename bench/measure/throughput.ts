import type { Scale } from '../arguments.ts';
import type { Target } from '../child.ts';
import type { LoadRun, TargetName, Throughput } from '../figures.ts';
import { median } from './median.ts';
import { runUnderWatch } from './run-under-watch.ts';

export type Targets = Readonly<Record<TargetName, Target>>;

/** How many messages a second each server acknowledges, in turns, so that a disturbance meets all of them. */
export async function measureThroughput(
  targets: Targets,
  stations: readonly string[],
  { scale, say }: { readonly scale: Scale; readonly say: (line: string) => void },
): Promise<readonly Throughput[]> {
  const all: Throughput[] = [];
  for (const connections of scale.connections) {
    const rounds: Record<TargetName, LoadRun>[] = [];
    for (let round = 1; round <= scale.rounds; round += 1) {
      const runs = await everyTarget(targets, stations.slice(0, connections), scale);
      rounds.push(runs);
      say(`${connections} connections, round ${round}: ${inWords(runs)}`);
    }
    all.push({
      connections,
      medians: mediansOf(rounds),
      shareOfEcho: median(rounds.map(({ product, echo }) => product.perSecond / echo.perSecond)),
      shareOfRpc: median(rounds.map(({ product, rpc }) => product.perSecond / rpc.perSecond)),
      rounds,
    });
  }
  return all;
}

export function mediansOf(
  rounds: readonly Readonly<Record<TargetName, LoadRun>>[],
): Record<TargetName, LoadRun> {
  const middle = (name: TargetName): LoadRun => {
    const of = (figure: keyof LoadRun) => median(rounds.map((round) => round[name][figure]));
    return {
      perSecond: of('perSecond'),
      p50Ms: of('p50Ms'),
      p99Ms: of('p99Ms'),
      serverMicroseconds: of('serverMicroseconds'),
      serverCores: of('serverCores'),
      generatorCores: of('generatorCores'),
      otherCores: of('otherCores'),
    };
  };
  return { echo: middle('echo'), rpc: middle('rpc'), product: middle('product') };
}

async function everyTarget(
  targets: Targets,
  stations: readonly string[],
  { warmMs, measureMs }: Scale,
): Promise<Record<TargetName, LoadRun>> {
  const job = { stations, mix: 'site', perSecond: null, warmMs, measureMs } as const;
  const echo = await runUnderWatch(targets.echo, job);
  const rpc = await runUnderWatch(targets.rpc, job);
  const product = await runUnderWatch(targets.product, job);
  return { echo, rpc, product };
}

function inWords(runs: Record<TargetName, LoadRun>): string {
  const names: readonly TargetName[] = ['echo', 'rpc', 'product'];
  const rates = names.map((name) => {
    const { perSecond, otherCores } = runs[name];
    return `${name} ${Math.round(perSecond)}/s (others ${otherCores.toFixed(1)} cores)`;
  });
  return `${rates.join(', ')}: ${Math.round((100 * runs.product.perSecond) / runs.echo.perSecond)} % of echo`;
}

import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** Where all figures go, as JSON. */
  readonly jsonFile: string | null;
  readonly scale: Scale;
}

/** How long and how large. The quick scale shows that the benchmark works; its figures mean little. */
export interface Scale {
  readonly rounds: number;
  readonly warmMs: number;
  readonly measureMs: number;
  readonly connections: readonly number[];
  readonly storedSessions: number;
  readonly unpricedSessions: number;
  /** Drivers, cards and vehicles, of each. */
  readonly holders: number;
  readonly starts: number;
  readonly requests: number;
}

const FULL: Scale = {
  rounds: 3,
  warmMs: 1_500,
  measureMs: 3_000,
  connections: [200, 1_000],
  storedSessions: 1_000_000,
  unpricedSessions: 100_000,
  holders: 50_000,
  starts: 5,
  requests: 25,
};

const QUICK: Scale = {
  ...FULL,
  rounds: 1,
  warmMs: 800,
  measureMs: 1_200,
  storedSessions: 50_000,
  unpricedSessions: 2_000,
  starts: 2,
  requests: 5,
};

export function readBenchArguments(argv: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: 'string' }, quick: { type: 'boolean' } },
  });
  return { jsonFile: values.json ?? null, scale: values.quick === true ? QUICK : FULL };
}

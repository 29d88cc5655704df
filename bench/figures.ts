import type { Scale } from './arguments.ts';

/** Everything the benchmark finds out. */
export interface Figures {
  readonly at: string;
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string };
  readonly scale: Scale;
  readonly emptyStartMs: number;
  readonly idle: IdleMemory;
  readonly tlsStorm: TlsStorm;
  readonly throughput: readonly Throughput[];
  readonly pace: Readonly<Record<TargetName, LoadRun>>;
  readonly largeStartMs: number;
  readonly pages: readonly PageTime[];
  readonly report: ReportLag;
}

export type TargetName = 'echo' | 'rpc' | 'product';

/** One measurement of one server under load. */
export interface LoadRun {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server for one message, all its threads. */
  readonly serverMicroseconds: number;
  readonly serverCores: number;
  readonly generatorCores: number;
  /** What everything else on the machine used meanwhile: above 0.2 the run was disturbed. */
  readonly otherCores: number;
}

export interface Throughput {
  readonly connections: number;
  /** Medians over all rounds. */
  readonly medians: Readonly<Record<TargetName, LoadRun>>;
  /** Median of the ratios within each round: these hold on a noisy machine. */
  readonly shareOfEcho: number;
  readonly shareOfRpc: number;
  readonly rounds: readonly Readonly<Record<TargetName, LoadRun>>[];
}

export interface IdleMemory {
  readonly withoutConnectionsMegabytes: number;
  readonly withConnectionsMegabytes: number;
  readonly connections: number;
  readonly kilobytesPerConnection: number;
}

/** All stations come back at once over TLS, with a password. */
export interface TlsStorm {
  readonly stations: number;
  /** Until the last of them has booted and said how it is. */
  readonly tookMs: number;
  readonly bootP99Ms: number;
  readonly kilobytesPerConnection: number;
}

/** How long a page of the session list takes, asked over HTTP. */
export interface PageTime {
  readonly query: string;
  /** The first request after a start; only measured without a filter. */
  readonly coldMs: number | null;
  readonly medianMs: number;
}

export interface ReportLag {
  readonly calm: LagRun;
  readonly duringReport: LagRun;
  readonly totalsMs: number;
  readonly exportedMegabytesPerSecond: number;
}

export interface LagRun {
  /** Of Heartbeats that ten more stations send, 200 a second together. */
  readonly heartbeatP99Ms: number;
  readonly stationsP99Ms: number;
  /** Of the server's event loop, measured inside. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
}

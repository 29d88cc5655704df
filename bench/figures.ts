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
  readonly access: AccessFigures;
  readonly pricing: PricingFigures;
  readonly tariffSite: TariffSiteFigures;
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

/** Who may charge where, on a site with very many cards. */
export interface AccessFigures {
  /** Of drivers, of cards and of vehicles. */
  readonly holders: number;
  readonly rules: number;
  readonly decisions: Decisions;
  /** A station asks over its socket and waits for the answer. */
  readonly authorize: { readonly product: Spread; readonly echo: Spread };
  readonly lists: ListTimes;
  readonly imported: ImportTimes;
  readonly reckoning: ReckoningTimes;
}

export interface Spread {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Decisions {
  readonly decided: Spread;
  /** A card in a map, and the same answer. */
  readonly found: Spread;
}

export interface ListTimes {
  readonly ways: readonly { readonly name: string; readonly medianMs: number }[];
  /** The rows of a page by their numbers, asked of SQLite itself. */
  readonly bareMs: number;
}

export interface ImportTimes {
  readonly rows: number;
  /** With the upload. */
  readonly dryRunMs: number;
  readonly runMs: number;
  /** Bare INSERTs of the rows that it writes, in one transaction. */
  readonly bareMs: number;
}

/** Finding out what a station should know of all cards. */
export interface ReckoningTimes {
  readonly stationMs: number;
  /** The longest that nobody else had a turn. */
  readonly stallMs: number;
  /** The look that finds that nothing has changed. */
  readonly unchangedMs: number;
}

/** What sessions cost, worked out again. */
export interface PricingFigures {
  readonly sessions: number;
  /** Of all of them together: what has to be multiplied at least. */
  readonly periods: number;
  readonly totals: WorkTime;
  /** The same products in a bare loop. */
  readonly bare: WorkTime;
  /** With all steps. */
  readonly priced: WorkTime;
}

/** What sessions cost on a site that runs. */
export interface TariffSiteFigures extends PriceLag {
  readonly sessions: number;
  /** From the start of the program until the last of them has its price stored. */
  readonly pricedMs: number;
  /** Their readings and prices read and written bare, in one transaction. */
  readonly bareMs: number;
  readonly rehearsal: RehearsalTimes;
}

export interface RehearsalTimes {
  /** Such as `2026-11`. */
  readonly months: readonly string[];
  /** Of the first of them. */
  readonly sessions: number;
  readonly firstMs: number;
  /** Median, while the month is at hand. */
  readonly nextMs: number;
}

export interface PriceLag {
  readonly calm: PriceLagRun;
  /** While months are rehearsed and sessions priced again. */
  readonly during: PriceLagRun;
  readonly rehearsals: number;
  readonly pricedAgain: number;
}

export interface PriceLagRun {
  /** Of all that stations ask, MeterValues and Authorize among it. */
  readonly stationsP99Ms: number;
  readonly listP99Ms: number;
  /** Of the server's event loop, measured inside. */
  readonly loopMaxMs: number;
}

export interface WorkTime {
  readonly ms: number;
  /** Of all threads of the process. */
  readonly processorMs: number;
}

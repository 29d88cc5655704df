/** What the load generator is told to do. */
export interface LoadJob {
  readonly port: number;
  readonly stations: readonly string[];
  /** `site`: 90 % MeterValues and everything else of a running session. */
  readonly mix: 'site' | 'heartbeats';
  /**
   * Messages per second over all connections, whether or not they are answered; latency then counts from the
   * moment a message should have been sent. Null: each connection sends on when it is answered.
   */
  readonly perSecond: number | null;
  readonly warmMs: number;
  readonly measureMs: number;
}

export interface LoadResult {
  readonly acknowledged: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Processor time of the generator while it measured. */
  readonly cpuMs: number;
}

/** What the generator says meanwhile, so that others can be measured over the same time. */
export type LoadNews =
  | { readonly kind: 'measuring' }
  | { readonly kind: 'measured'; readonly result: LoadResult }
  | { readonly kind: 'failed'; readonly problem: string };

import type { SiteWish } from '#server/testing/start-site.ts';
import type { Bench } from './bench.ts';

/** One thing that is asked of the central system, and how it is seen that it does it. */
export interface Case {
  /** `TC_001`, `R01`, or the name of an odd station. */
  readonly id: string;
  readonly title: string;
  /** A site of its own, for a case that changes settings, moves the clock or starts the server anew. */
  readonly site?: SiteWish;
  /** Cases that share one site of their own, and run there one after the other. */
  readonly lane?: { readonly name: string; readonly site: SiteWish };
  /** Throws a `Failure` that says what was expected and what was seen. */
  run(bench: Bench): Promise<void>;
}

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly passed: boolean;
  /** Why it failed; empty when it passed. */
  readonly why: string;
  readonly tookMs: number;
  /** Actions that crossed the wire, either way. */
  readonly actions: readonly string[];
}

import type { Change } from '#core/changes.ts';
import type { WholeExport } from './exports/open-export.ts';
import type { SavedSite } from './load-site.ts';
import type { Reads } from './reads.ts';

/** One decision: what it changes in memory and in the store stands or falls together. */
export interface Work<T> {
  /**
   * Runs when it is submitted, after all earlier work: decides on live state and says what to store.
   * Synchronous. Runs again if a batch before it, or its own, had to be rolled back.
   */
  decide(): Decided<T>;
  /** Takes back what `decide` did to live state, because the store could not keep it. */
  undo(): void;
  /** Runs right after the COMMIT, before whoever submitted the work hears of it. */
  kept?(): void;
}

export interface Decided<T> {
  readonly changes: readonly Change[];
  readonly value: T;
}

export interface Store {
  /**
   * Resolves after the COMMIT that holds the changes. Rejects with StoreFailure when they could not be kept;
   * then this work alone is rolled back.
   */
  submit<T>(work: Work<T>): Promise<T>;
  readonly reads: Reads;
  /** All that the live site holds in memory at start. */
  load(): Promise<SavedSite>;
  /** Everything that may leave the house, as of now. */
  openExport(): Promise<WholeExport>;
  /** How much work waits for its COMMIT, for backpressure. */
  pending(): number;
  /** Refuses new work, keeps what was submitted, and lets go of the data folder. */
  close(): Promise<void>;
}

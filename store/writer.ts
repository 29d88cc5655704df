import type { Change } from '#core/changes.ts';
import { applyChanges } from './apply-changes.ts';
import { type QueuedWork, queueWork } from './queued-work.ts';
import type { Connection } from './sqlite/connection.ts';
import type { Work } from './store.ts';
import { StoreFailure } from './store-failure.ts';

/** A batch ends here although more is waiting, so that nobody waits for a giant's COMMIT. */
const MOST_WORK_PER_BATCH = 2_000;
const MOST_FRAME_CHARACTERS_PER_BATCH = 4_000_000;

/**
 * Group commit: whatever was submitted while one COMMIT ran is decided and committed together in the next.
 * There is no timer; an idle writer starts at once.
 */
export class Writer {
  readonly #connection: Connection;
  readonly #queue: QueuedWork[] = [];
  #running: Promise<void> | null = null;
  #inBatch = 0;
  #closed = false;

  /** The connection must have seen `prepareBatches`. */
  constructor(connection: Connection) {
    this.#connection = connection;
  }

  submit<T>(work: Work<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreFailure('closed'));
    return queueWork(work, (queued) => {
      this.#queue.push(queued);
      this.#running ??= this.#run();
    });
  }

  pending(): number {
    return this.#queue.length + this.#inBatch;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // Work that arrives in the same turn of the event loop belongs into the same batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      const batch = this.#decideBatch();
      this.#inBatch = batch.work.length;
      await this.#commit(batch);
      this.#inBatch = 0;
    }
    this.#running = null;
  }

  #decideBatch(): Batch {
    const work: QueuedWork[] = [];
    const changes: Change[] = [];
    let taken = 0;
    let frameCharacters = 0;
    for (const next of this.#queue) {
      if (taken >= MOST_WORK_PER_BATCH || frameCharacters >= MOST_FRAME_CHARACTERS_PER_BATCH) break;
      taken += 1;
      const wanted = next.decide();
      if (wanted === null) continue;
      work.push(next);
      for (const change of wanted) {
        changes.push(change);
        if (change.kind === 'journal') frameCharacters += change.frame.text.length;
      }
    }
    this.#queue.splice(0, taken);
    return { work, changes };
  }

  async #commit({ work, changes }: Batch): Promise<void> {
    try {
      if (changes.length > 0) await applyChanges(this.#connection, changes);
    } catch (error) {
      for (const one of work.toReversed()) one.undo();
      if (work.length === 1) work[0]?.fail(error);
      else await this.#commitOneByOne(work);
      return;
    }
    for (const one of work) one.succeed();
  }

  /** A batch failed and nobody knows because of whom: each decides anew, on the state its forerunners left. */
  async #commitOneByOne(work: readonly QueuedWork[]): Promise<void> {
    for (const one of work) {
      const changes = one.decide();
      if (changes !== null) await this.#commit({ work: [one], changes });
    }
  }
}

interface Batch {
  readonly work: readonly QueuedWork[];
  readonly changes: readonly Change[];
}

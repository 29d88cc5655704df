import { type Parcel, pack, weightOf, writeParcels } from './apply-changes.ts';
import { PromisedWork, type QueuedWork } from './queued-work.ts';
import type { Connection } from './sqlite/connection.ts';
import type { Work } from './store.ts';
import { asStoreFailure, StoreFailure } from './store-failure.ts';

/** A batch ends here although more is waiting, so that nobody waits for a giant's COMMIT. */
const MOST_WORK_PER_BATCH = 2_000;
const MOST_CHARACTERS_PER_BATCH = 6_000_000;
/** So many failures in a row are not the fault of what was to be written. */
const HOPELESS = 5;

/**
 * Group commit: whatever was submitted while one COMMIT ran is committed together in the next. There is no timer;
 * an idle writer starts at once. Work is decided when it is submitted, so that deciding and writing overlap: while
 * the disk keeps one batch, the next is being decided on the state that the first will leave behind.
 */
export class Writer {
  readonly #connection: Connection;
  /** Decided and waiting for its COMMIT. */
  #waiting: DecidedWork[] = [];
  #running: Promise<void> | null = null;
  #inBatch = 0;
  /** How many of those waiting are written one by one, since nobody knows which of them spoilt their batch. */
  #alone = 0;
  #inARow = 0;
  #closed = false;

  /** The connection must have seen `prepareBatches`. */
  constructor(connection: Connection) {
    this.#connection = connection;
  }

  submit<T>(work: Work<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StoreFailure('closed'));
    return new Promise((resolve, reject) => {
      const decided = decidedWork(new PromisedWork(work, resolve, reject));
      if (decided === null) return;
      this.#waiting.push(decided);
      this.#running ??= this.#run();
    });
  }

  pending(): number {
    return this.#waiting.length + this.#inBatch;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    let kept: readonly DecidedWork[] = [];
    while (this.#waiting.length > 0) {
      // Work that arrives in the same turn of the event loop belongs into the same batch.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#nextBatch();
      this.#inBatch = batch.length;
      const writing = this.#write(batch);
      // The disk is busy with the next batch while those of the last one are answered.
      for (const { work } of kept) work.succeed();
      const failure = await writing;
      kept = failure === null ? batch : [];
      if (failure === null) this.#inARow = 0;
      else this.#takeBack(batch, failure);
      this.#inBatch = 0;
    }
    for (const { work } of kept) work.succeed();
    this.#running = null;
  }

  #nextBatch(): readonly DecidedWork[] {
    if (this.#alone > 0) {
      this.#alone -= 1;
      return this.#waiting.splice(0, 1);
    }
    let taken = 0;
    let characters = 0;
    for (const { parcels } of this.#waiting) {
      if (taken >= MOST_WORK_PER_BATCH || characters >= MOST_CHARACTERS_PER_BATCH) break;
      taken += 1;
      for (const parcel of parcels) characters += weightOf(parcel);
    }
    return this.#waiting.splice(0, taken);
  }

  /** Null when the batch is on the disk. */
  async #write(batch: readonly DecidedWork[]): Promise<StoreFailure | null> {
    const parcels = batch.flatMap((decided) => decided.parcels);
    try {
      if (parcels.length > 0) await writeParcels(this.#connection, parcels);
      return null;
    } catch (error) {
      return asStoreFailure(error);
    }
  }

  /**
   * A batch failed. It is taken back with everything that was decided on top of it, newest first. Of many, nobody
   * knows who is to blame: each is written alone. One alone fails by itself, and all behind it decide anew. After
   * a few in a row it is the disk, and the rest of the batch need not try.
   */
  #takeBack(batch: readonly DecidedWork[], failure: StoreFailure): void {
    const queue = [...batch, ...this.#waiting];
    for (const { work } of queue.toReversed()) work.undo();
    this.#inARow += 1;
    const failed = batch.length > 1 ? 0 : this.#inARow >= HOPELESS ? 1 + this.#alone : 1;
    for (const { work } of queue.slice(0, failed)) work.fail(failure);
    if (batch.length > 1) this.#alone = batch.length;
    else if (failed > 1) this.#alone = 0;
    this.#waiting = queue.slice(failed).flatMap(({ work }) => decidedWork(work) ?? []);
  }
}

interface DecidedWork {
  readonly work: QueuedWork;
  readonly parcels: readonly Parcel[];
}

/** Null when it cannot be decided; its caller knows. */
function decidedWork(work: QueuedWork): DecidedWork | null {
  const changes = work.decide();
  if (changes === null) return null;
  try {
    return { work, parcels: changes.map(pack) };
  } catch (error) {
    // What cannot even be packed has been decided all the same, and must not stay in anybody's memory.
    work.undo();
    work.fail(error);
    return null;
  }
}

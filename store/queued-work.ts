import type { Change } from '#core/changes.ts';
import type { Decided, Work } from './store.ts';
import { asStoreFailure, StoreFailure } from './store-failure.ts';

declare const __REPLY_BEFORE_COMMIT__: boolean;

/** Work that waits in the writer's queue, whatever its outcome is. */
export interface QueuedWork {
  /** Decides anew. Null when `decide` threw: then the work is over and its caller knows. */
  decide(): readonly Change[] | null;
  undo(): void;
  /** The changes are on disk. */
  succeed(): void;
  fail(error: unknown): void;
}

/** Work with the promise of whoever waits for its outcome. */
export class PromisedWork<T> implements QueuedWork {
  readonly #work: Work<T>;
  readonly #resolve: (value: T) => void;
  readonly #reject: (failure: StoreFailure) => void;
  #decided: Decided<T> | null = null;

  constructor(work: Work<T>, resolve: (value: T) => void, reject: (failure: StoreFailure) => void) {
    this.#work = work;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  decide(): readonly Change[] | null {
    try {
      this.#decided = this.#work.decide();
    } catch (error) {
      this.#work.undo();
      this.#reject(new StoreFailure('bug', error));
      return null;
    }
    if (__REPLY_BEFORE_COMMIT__) this.#resolve(this.#decided.value);
    return this.#decided.changes;
  }

  undo(): void {
    this.#work.undo();
  }

  succeed(): void {
    if (this.#decided === null) return;
    try {
      this.#work.kept?.();
      this.#resolve(this.#decided.value);
    } catch (error) {
      this.#reject(new StoreFailure('bug', error));
    }
  }

  fail(error: unknown): void {
    this.#reject(asStoreFailure(error));
  }
}

import type { Change } from '#core/changes.ts';
import type { Decided, Work } from './store.ts';
import { asStoreFailure, StoreFailure } from './store-failure.ts';

declare const __REPLY_BEFORE_COMMIT__: boolean;

/** Work that waits in the writer's queue, with whoever waits for its outcome. */
export interface QueuedWork {
  /** Decides anew. Null when `decide` threw: then the work is over and its caller knows. */
  decide(): readonly Change[] | null;
  undo(): void;
  /** The changes are on disk. */
  succeed(): void;
  fail(error: unknown): void;
}

/** Puts work and the promise of its caller into one thing; `enqueue` gets it before this returns. */
export function queueWork<T>(work: Work<T>, enqueue: (queued: QueuedWork) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let decided: Decided<T> | null = null;
    enqueue({
      decide() {
        try {
          decided = work.decide();
        } catch (error) {
          work.undo();
          reject(new StoreFailure('bug', error));
          return null;
        }
        if (__REPLY_BEFORE_COMMIT__) resolve(decided.value);
        return decided.changes;
      },
      undo: () => work.undo(),
      succeed() {
        if (decided !== null) resolve(decided.value);
      },
      fail: (error) => reject(asStoreFailure(error)),
    });
  });
}

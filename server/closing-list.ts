import type { Log } from './log.ts';

/** What has been opened and must be closed, the latest first. */
export interface ClosingList {
  add(what: string, close: () => unknown): void;
  /** Closes everything that was added; what fails to close keeps nothing else from being closed. */
  closeAll(): Promise<void>;
}

export function createClosingList(log: Log): ClosingList {
  const open: { readonly what: string; readonly close: () => unknown }[] = [];
  return {
    add: (what, close) => open.push({ what, close }),

    async closeAll() {
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        try {
          await next.close();
        } catch (error) {
          log.error({ err: error }, `${next.what} not closed in order`);
        }
      }
    },
  };
}

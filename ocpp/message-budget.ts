/** A token bucket: how long to stop reading after one more message, in ms. 0 means read on. */
export interface MessageBudget {
  spend(monotonicMs: number): number;
}

/**
 * Allows `burst` messages at once and `perSecond` for long. Messages already read are never dropped; they run
 * up a debt, and reading pauses until it is paid.
 */
export function createMessageBudget(perSecond: number, burst: number, startMs: number): MessageBudget {
  if (!Number.isFinite(perSecond)) return unlimited;
  let left = burst;
  let countedAtMs = startMs;

  return {
    spend(monotonicMs) {
      left = Math.min(burst, left + ((monotonicMs - countedAtMs) * perSecond) / 1000) - 1;
      countedAtMs = monotonicMs;
      return left >= 0 ? 0 : Math.ceil((-left * 1000) / perSecond);
    },
  };
}

const unlimited: MessageBudget = { spend: () => 0 };

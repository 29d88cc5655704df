import type { WebSocket } from 'ws';
import type { Clock } from './clock.ts';
import type { OcppLimits } from './limits.ts';
import { createMessageBudget } from './message-budget.ts';

/**
 * Decides when to read from a station. While its budget is spent or too much of it waits, its socket is left
 * alone, so that TCP makes the station wait. Nothing is ever dropped.
 */
export interface ReadingGate {
  /** One more message was read. */
  spend(): void;
  /** The number of waiting calls has changed. */
  adjust(): void;
  stop(): void;
}

export function createReadingGate(options: {
  readonly socket: WebSocket;
  readonly clock: Clock;
  readonly limits: OcppLimits;
  waiting(): number;
}): ReadingGate {
  const { socket, clock, limits } = options;
  const budget = createMessageBudget(limits.messagesPerSecond, limits.messageBurst, clock.monotonic());
  let restingUntilPaid: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function adjust(): void {
    if (stopped) return;
    const mayRead = restingUntilPaid === undefined && options.waiting() < limits.waitingCalls;
    if (mayRead === socket.isPaused) mayRead ? socket.resume() : socket.pause();
  }

  return {
    adjust,

    spend() {
      const restMs = budget.spend(clock.monotonic());
      if (restMs > 0) {
        clearTimeout(restingUntilPaid);
        restingUntilPaid = setTimeout(() => {
          restingUntilPaid = undefined;
          adjust();
        }, restMs);
      }
      adjust();
    },

    stop() {
      stopped = true;
      clearTimeout(restingUntilPaid);
      // A paused socket would never read the other side's closing frame.
      socket.resume();
    },
  };
}

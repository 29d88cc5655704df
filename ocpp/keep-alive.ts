/** Watches over one connection. */
export interface KeepAlive {
  /** Something arrived: a frame, a ping or a pong. */
  heard(): void;
  stop(): void;
}

/**
 * Pings at every interval and reports death after two in which nothing at all was heard. Counts intervals
 * instead of measuring time: after the machine has slept, nobody is declared dead for that.
 */
export function startKeepAlive(options: {
  readonly intervalMs: number;
  ping(): void;
  onDead(): void;
}): KeepAlive {
  let heardSinceTick = true;
  let silentIntervals = 0;

  const timer = setInterval(() => {
    silentIntervals = heardSinceTick ? 0 : silentIntervals + 1;
    heardSinceTick = false;
    if (silentIntervals >= 2) options.onDead();
    else options.ping();
  }, options.intervalMs);

  return {
    heard() {
      heardSinceTick = true;
    },
    stop() {
      clearInterval(timer);
    },
  };
}

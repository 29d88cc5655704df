import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a watched process says of itself, since it was last asked. */
export interface Vitals {
  readonly residentBytes: number;
  /** Processor time of all its threads since its start. */
  readonly cpuMs: number;
  /** How late its event loop was, at the worst. */
  readonly stallMs: number;
  readonly stallP99Ms: number;
}

const RESOLUTION_MS = 10;

/**
 * Loaded into a server from outside (`node --import`), so that the server that is measured is the one that is
 * shipped. Any message over the process channel is answered with the vitals.
 */
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const vitals: Vitals = {
    residentBytes: process.memoryUsage.rss(),
    cpuMs: (user + system) / 1_000,
    stallMs: late(delay.max),
    stallP99Ms: late(delay.percentile(99)),
  };
  delay.reset();
  process.send?.(vitals);
});
process.channel?.unref();

/** The histogram holds whole intervals in nanoseconds; the part beyond the resolution is the delay. */
function late(intervalNs: number): number {
  return Math.max(0, intervalNs / 1e6 - RESOLUTION_MS);
}

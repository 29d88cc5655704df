import type { Application } from '../application.ts';
import { createClockWatch } from './watch-clock.ts';
import { watchSessions } from './watch-sessions.ts';
import { createStationWatch } from './watch-stations.ts';

export interface Jobs {
  stop(): void;
}

/**
 * Deadlines are stored moments that are looked at again and again, never long timers: computers sleep, and
 * a timer set for tomorrow would be late by the night.
 */
export function startJobs(app: Application): Jobs {
  const watchStations = createStationWatch(app);
  const watchClock = createClockWatch(app);
  const timers = [
    every(1_000, async () => {
      app.commands.tick();
      await watchClock();
    }),
    every(15_000, async () => {
      await watchSessions(app);
      await watchStations();
    }),
    // Addresses come and go with cables and Wi-Fi.
    every(60_000, () => app.lan.follow(app.desk.live.settings?.lanOpen === true)),
  ];
  return { stop: () => timers.forEach(clearInterval) };

  /** A job that is still running when it is due again is left alone. */
  function every(ms: number, job: () => Promise<unknown>): NodeJS.Timeout {
    let running = false;
    return setInterval(() => {
      if (running) return;
      running = true;
      job()
        .catch((error: unknown) => app.log.error({ err: error }, 'job failed'))
        .finally(() => {
          running = false;
        });
    }, ms);
  }
}

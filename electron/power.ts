import { powerMonitor, powerSaveBlocker } from 'electron';
import type { RunningServer } from '#server/start.ts';

/**
 * Keeps the computer from falling asleep by itself while stations depend on it, and tells the server when it
 * slept all the same: closing the lid cannot be prevented.
 */
export function guardSleep(server: RunningServer): void {
  // The blocker's number while there is one.
  let blocker: number | null = null;
  server.watchActivity(({ connectedStations, runningSessions }) => {
    const isNeeded = connectedStations > 0 || runningSessions > 0;
    if (isNeeded && blocker === null) {
      blocker = powerSaveBlocker.start('prevent-app-suspension');
    } else if (!isNeeded && blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  });
  powerMonitor.on('resume', () => server.resumed());
}

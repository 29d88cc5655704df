import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';

/** A computer that slept wakes up with a wall clock ahead of the other one, too. */
const JUMP_MS = 2_000;

/** Notes when the wall clock has moved otherwise than time did: set by hand, or the computer slept. */
export function createClockWatch(app: Application): () => Promise<void> {
  const { clock } = app;
  let wall: number = clock.now();
  let steady = clock.monotonic();
  return async () => {
    const jump = clock.now() - wall - (clock.monotonic() - steady);
    wall = clock.now();
    steady = clock.monotonic();
    if (Math.abs(jump) < JUMP_MS) return;
    await app.desk.decide(() => ({
      value: undefined,
      changes: [
        logLine(clock.now(), 'clock-jumped', {
          level: 'attention',
          facts: { bySeconds: Math.round(jump / 1_000) },
        }),
      ],
      told: [{ kind: 'log' }],
    }));
  };
}

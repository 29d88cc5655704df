import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';

/** The program's own log: JSON lines, one event each, for whoever has to find out what happened. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

const MOST_BYTES = 10_000_000;

/** Writes to `logs/ladehaus.log` in the data folder; the file before is kept as `ladehaus.1.log`. */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'ladehaus.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES)
    renameSync(file, join(folder, 'ladehaus.1.log'));
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: file, sync: false }),
  );
}

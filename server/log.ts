import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream, destination, type Logger, pino } from 'pino';

/** The program's own log: JSON lines, one event each, for whoever has to find out what happened. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

const MOST_BYTES = 10_000_000;
/** Of lines that could not be written yet; what comes after them is dropped. */
const MOST_UNWRITTEN_BYTES = 1_000_000;

/** Writes to `logs/ladehaus.log` in the data folder; the file before is kept as `ladehaus.1.log`. */
export function openLog(dataFolder: string, mostBytes = MOST_BYTES): Log {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'ladehaus.log');
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    turningFile({ file, before: join(folder, 'ladehaus.1.log'), mostBytes }),
  );
}

/** A file that makes room for a new one when it has become too long. */
function turningFile(facts: {
  readonly file: string;
  readonly before: string;
  readonly mostBytes: number;
}): DestinationStream {
  const { file, before, mostBytes } = facts;
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  let lines = openFile(file);
  return {
    write(line) {
      if (bytes > mostBytes) turn();
      bytes += Buffer.byteLength(line);
      lines.write(line);
    },
  };

  function turn(): void {
    bytes = 0;
    lines.end();
    try {
      renameSync(file, before);
    } catch {
      // Somebody reads the old one (Windows): it goes on, and the next turn comes as late as this one.
    }
    lines = openFile(file);
  }
}

function openFile(file: string) {
  // Not `sync: false`: at the end of the program its buffer is written again and again until it is written,
  // which on a full disk is never.
  const lines = destination({ dest: file, sync: true, maxLength: MOST_UNWRITTEN_BYTES });
  // The disk is full: the sessions suffer first, and their stations keep what they have to tell.
  lines.on('error', () => {});
  return lines;
}

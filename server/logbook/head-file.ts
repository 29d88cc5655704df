import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The latest entry of the logbook at some moment. */
export interface LogbookHead {
  readonly id: number;
  readonly hash: string;
}

/** Where the latest entry is kept outside the database, so that entries cut off its end are missed. */
export interface HeadFile {
  /** Null where none was kept yet, or what is there cannot be read. */
  read(): LogbookHead | null;
  keep(head: LogbookHead): void;
}

/**
 * Beside the key that opens the private keys. It proves what was there when it was last written, at most a minute before
 * the program ended; against somebody who changes it together with the database it proves nothing.
 */
export function openHeadFile(dataFolder: string): HeadFile {
  const folder = join(dataFolder, 'keys');
  const file = join(folder, 'logbook-head.json');
  return {
    read() {
      if (!existsSync(file)) return null;
      return parse(readFileSync(file, 'utf8'));
    },

    keep({ id, hash }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // A cut in the middle of writing leaves the one before.
      writeFileSync(`${file}.new`, JSON.stringify({ id, hash }), { mode: 0o600 });
      chmodSync(`${file}.new`, 0o600);
      renameSync(`${file}.new`, file);
    },
  };
}

function parse(text: string): LogbookHead | null {
  try {
    const { id, hash } = JSON.parse(text) as Partial<LogbookHead>;
    return typeof id === 'number' && typeof hash === 'string' ? { id, hash } : null;
  } catch {
    return null;
  }
}

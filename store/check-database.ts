import type { Connect, Connection } from './sqlite/connection.ts';
import { openReader } from './sqlite/open-connections.ts';

/** What SQLite's quick_check complains about; null when nothing. Reads the whole file. */
export async function problemIn(connection: Connection): Promise<string | null> {
  const rows = await connection.all('PRAGMA quick_check(10)');
  const complaints = rows.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok');
  return complaints.length === 0 ? null : complaints.join('; ');
}

/** The same for a file that nobody has open. */
export async function problemInFile(connect: Connect, file: string): Promise<string | null> {
  const reader = await openReader(connect, file);
  try {
    return await problemIn(reader);
  } finally {
    await reader.close();
  }
}

/** A check that runs beside everything else, on a connection of its own. */
export interface DamageWatch {
  stop(): Promise<void>;
}

export function watchForDamage(
  connect: Connect,
  file: string,
  onDamage: ((problem: string) => void) | undefined,
): DamageWatch {
  let stopped = false;
  let reader: Connection | null = null;
  const check = async (): Promise<void> => {
    const opened = await openReader(connect, file);
    reader = opened;
    try {
      const problem = stopped ? null : await problemIn(opened);
      if (problem !== null) onDamage?.(problem);
    } catch (error) {
      if (!stopped) onDamage?.(error instanceof Error ? error.message : String(error));
    } finally {
      reader = null;
      await opened.close();
    }
  };
  const running = check();
  return {
    async stop() {
      stopped = true;
      reader?.interrupt();
      await running;
    },
  };
}

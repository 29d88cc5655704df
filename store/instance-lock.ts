import { join } from 'node:path';
import { type Connect, type Connection, SqlError } from './sqlite/connection.ts';

/** Held for the life of the process; the operating system lets go of it even after a kill -9. */
export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only one that uses the data folder; null when another one does. A file with a process
 * number in it would survive a crash, SQLite's lock does not. Nobody else may open or copy the lock's file: on
 * POSIX, closing any handle of it drops the lock.
 */
export async function holdInstanceLock(connect: Connect, folder: string): Promise<InstanceLock | null> {
  const connection = await connect(join(folder, 'ladehaus.lock'), 'read-write');
  try {
    // Whoever holds the lock keeps it: there is nothing to wait for.
    await connection.exec('PRAGMA busy_timeout = 0');
    await connection.run('BEGIN EXCLUSIVE');
  } catch (error) {
    await connection.close();
    if (error instanceof SqlError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
  return { release: () => released(connection) };
}

async function released(connection: Connection): Promise<void> {
  await connection.run('ROLLBACK');
  await connection.close();
}

import { open, stat } from 'node:fs/promises';
import type { Connect } from './sqlite/connection.ts';
import { pragma } from './sqlite/open-connections.ts';

export type DatabaseVersion =
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-a-database' }
  | { readonly kind: 'present'; readonly version: number; readonly size: number };

const MAGIC = 'SQLite format 3\0';
const HEADER_LENGTH = 100;
const USER_VERSION_OFFSET = 60;

/**
 * Looks at a database without changing a byte of it, so that a newer one stays exactly as it is. Call it only while
 * this process has no connection to the file: closing a plain handle would drop SQLite's locks (POSIX).
 */
export async function databaseVersion(connect: Connect, file: string): Promise<DatabaseVersion> {
  const size = await sizeOf(file);
  if (size === 0) return { kind: 'absent' };
  const header = await headerOf(file);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return { kind: 'not-a-database' };
  const version = header.readUInt32BE(USER_VERSION_OFFSET);
  // After a crash the newest header may still be in the WAL, where only SQLite finds it.
  const inLog = (await sizeOf(`${file}-wal`)) > 0 ? await versionFromLog(connect, file) : version;
  return { kind: 'present', version: Math.max(version, inLog), size };
}

async function versionFromLog(connect: Connect, file: string): Promise<number> {
  const reader = await connect(file, 'read-only');
  try {
    return Number(await pragma(reader, 'user_version'));
  } finally {
    await reader.close();
  }
}

async function headerOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_LENGTH);
    await handle.read(header, 0, HEADER_LENGTH, 0);
    return header;
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}

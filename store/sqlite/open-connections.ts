import type { Connect, Connection } from './connection.ts';
import { SQLITE_VERSION_NUMBER } from './driver.ts';

/** Older ones can damage a WAL database that has two connections (the WAL-reset bug, 3.7.0 to 3.51.2). */
const OLDEST_SOUND_SQLITE = 3_051_003;
const SYNCHRONOUS_FULL = 2;

const EVERY_CONNECTION = `
  PRAGMA busy_timeout = 5000;
  PRAGMA cache_size = -65536;
  PRAGMA temp_store = MEMORY;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA mmap_size = 0;`;

const WRITER_ONLY = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA wal_autocheckpoint = 1000;
  PRAGMA journal_size_limit = 67108864;`;

/** The one connection that writes. Throws when a COMMIT on it would not reach the disk. */
export async function openWriter(connect: Connect, file: string): Promise<Connection> {
  if (SQLITE_VERSION_NUMBER < OLDEST_SOUND_SQLITE) {
    throw new Error(`SQLite ${SQLITE_VERSION_NUMBER} is older than ${OLDEST_SOUND_SQLITE}`);
  }
  const connection = await connect(file, 'read-write');
  await orClose(connection, async () => {
    await connection.exec(EVERY_CONNECTION + WRITER_ONLY);
    await assertDurable(connection);
  });
  return connection;
}

/** A connection that cannot write, for everything that is only shown. */
export async function openReader(connect: Connect, file: string): Promise<Connection> {
  const connection = await connect(file, 'read-only');
  await orClose(connection, () => connection.exec(`${EVERY_CONNECTION} PRAGMA query_only = ON;`));
  return connection;
}

/**
 * Some builds of SQLite fall back to synchronous=NORMAL with the first write in WAL mode, and then lose
 * acknowledged work when the power fails. So write first, then look.
 */
async function assertDurable(writer: Connection): Promise<void> {
  const version = await pragma(writer, 'user_version');
  await writer.exec(`PRAGMA user_version = ${version}`);
  const mode = await pragma(writer, 'journal_mode');
  const synchronous = await pragma(writer, 'synchronous');
  if (mode !== 'wal' || synchronous !== SYNCHRONOUS_FULL) {
    throw new Error(`The database is not durable: journal_mode ${mode}, synchronous ${synchronous}`);
  }
}

/** Reads one setting of a connection. */
export async function pragma(connection: Connection, name: string): Promise<unknown> {
  return Object.values((await connection.get(`PRAGMA ${name}`)) ?? {})[0];
}

async function orClose(connection: Connection, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    await connection.close();
    throw error;
  }
}

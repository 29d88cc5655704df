import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareBatches } from './apply-changes.ts';
import { problemInFile, watchForDamage } from './check-database.ts';
import { databaseVersion } from './database-version.ts';
import { openExport } from './exports/open-export.ts';
import { holdInstanceLock, type InstanceLock } from './instance-lock.ts';
import { loadSite } from './load-site.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { readsOver } from './reads.ts';
import { type Connect, type Connection, SqlError } from './sqlite/connection.ts';
import { connectSqlite } from './sqlite/driver.ts';
import { queriesOver } from './sqlite/kysely-dialect.ts';
import { openReader, openWriter } from './sqlite/open-connections.ts';
import type { Store } from './store.ts';
import { Writer } from './writer.ts';

export interface OpenRequest {
  /** The data folder; made where it is missing. */
  readonly folder: string;
  readonly now: () => number;
  /** Told when the check of a large database, which runs after the start, finds damage. */
  readonly onDamage?: (problem: string) => void;
  readonly connect?: Connect;
  /** Files up to this size are checked before they are opened, larger ones right after. */
  readonly checkedFirstBytes?: number;
}

export type OpenOutcome = { readonly kind: 'opened'; readonly store: Store } | Unopened;

/** Why the database was not opened. */
export type Unopened =
  | { readonly kind: 'already-running' }
  | { readonly kind: 'newer-database'; readonly found: number; readonly known: number }
  | { readonly kind: 'damaged-database'; readonly problem: string }
  /** A migration that made this database is not the one this program knows. */
  | { readonly kind: 'altered-history'; readonly problem: string }
  | { readonly kind: 'folder-not-writable'; readonly problem: string }
  /** The database is as it was before. */
  | { readonly kind: 'migration-failed'; readonly problem: string };

/** Reads in 0.3 s (528 MB, a million sessions, in 0.8 s): with more, the start would keep stations waiting. */
const LARGEST_CHECKED_FIRST_BYTES = 200_000_000;
const KNOWN_VERSION = MIGRATIONS.at(-1)?.number ?? 0;

/** Opens the site's database, or says in a word why it must not be opened. Nobody else may hold it. */
export async function openStore(request: OpenRequest): Promise<OpenOutcome> {
  const connect = request.connect ?? connectSqlite;
  let lock: InstanceLock | null;
  try {
    await mkdir(request.folder, { recursive: true });
    lock = await holdInstanceLock(connect, request.folder);
  } catch (error) {
    return { kind: 'folder-not-writable', problem: messageOf(error) };
  }
  if (lock === null) return { kind: 'already-running' };
  try {
    const outcome = await openLocked(connect, request, lock);
    if (outcome.kind !== 'opened') await lock.release();
    return outcome;
  } catch (error) {
    await lock.release();
    return outcomeOf(error);
  }
}

async function openLocked(connect: Connect, request: OpenRequest, lock: InstanceLock): Promise<OpenOutcome> {
  const file = join(request.folder, 'ladehaus.db');
  const found = await databaseVersion(connect, file);
  if (found.kind === 'not-a-database') {
    return { kind: 'damaged-database', problem: `${file} is not a database` };
  }
  if (found.kind === 'present' && found.version > KNOWN_VERSION) {
    return { kind: 'newer-database', found: found.version, known: KNOWN_VERSION };
  }
  const checkedFirst = request.checkedFirstBytes ?? LARGEST_CHECKED_FIRST_BYTES;
  const checkLater = found.kind === 'present' && found.size > checkedFirst;
  if (found.kind === 'present' && !checkLater) {
    const problem = await problemInFile(connect, file);
    if (problem !== null) return { kind: 'damaged-database', problem };
  }
  const migrated = await migrate(connect, { file, migrations: MIGRATIONS, now: request.now });
  if (migrated.kind === 'altered-history') return migrated;
  if (migrated.kind === 'failed') return { kind: 'migration-failed', problem: migrated.problem };
  const store = await openMigrated(connect, file, lock);
  if (!checkLater) return { kind: 'opened', store };
  const watch = watchForDamage(connect, file, request.onDamage);
  return { kind: 'opened', store: { ...store, close: () => watch.stop().then(() => store.close()) } };
}

async function openMigrated(connect: Connect, file: string, lock: InstanceLock): Promise<Store> {
  const opened: Connection[] = [];
  try {
    const connection = await openWriter(connect, file);
    opened.push(connection);
    await prepareBatches(connection);
    const lists = await openReader(connect, file);
    opened.unshift(lists);
    const reports = await openReader(connect, file);
    opened.unshift(reports);
    const writer = new Writer(connection);
    return {
      submit: (work) => writer.submit(work),
      reads: readsOver(queriesOver(lists), queriesOver(reports)),
      load: () => loadSite(queriesOver(lists)),
      openExport: () => openExport(connect, file),
      pending: () => writer.pending(),
      async close() {
        await writer.close();
        await closeAll(opened);
        await lock.release();
      },
    };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

/** The writer comes last: the last connection to close brings the WAL into the file, and readers cannot. */
async function closeAll(connections: readonly Connection[]): Promise<void> {
  for (const connection of connections) await connection.close();
}

function outcomeOf(error: unknown): OpenOutcome {
  if (!(error instanceof SqlError)) throw error;
  switch (error.code) {
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return { kind: 'damaged-database', problem: error.message };
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
      return { kind: 'folder-not-writable', problem: error.message };
    default:
      throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

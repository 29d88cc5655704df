import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { problemIn, problemInFile } from './check-database.ts';
import type { Migration } from './migrations/migration.ts';
import type { Connect, Connection } from './sqlite/connection.ts';
import { pragma } from './sqlite/open-connections.ts';

export interface MigrationPlan {
  readonly file: string;
  readonly migrations: readonly Migration[];
  readonly now: () => number;
}

export type MigrateOutcome =
  /** `copy` is the file with the state before, where there was one. */
  | { readonly kind: 'migrated'; readonly copy: string | null }
  | { readonly kind: 'up-to-date' }
  /** A migration that ran long ago is not the one this program knows. */
  | { readonly kind: 'altered-history'; readonly problem: string }
  /** The database is as it was before. */
  | { readonly kind: 'failed'; readonly problem: string };

/** Brings a database file that nobody has open to the newest shape, in one transaction. */
export async function migrate(connect: Connect, plan: MigrationPlan): Promise<MigrateOutcome> {
  const connection = await connect(plan.file, 'read-write');
  try {
    return await migrateOver(connection, connect, plan);
  } finally {
    await connection.close();
  }
}

async function migrateOver(
  connection: Connection,
  connect: Connect,
  plan: MigrationPlan,
): Promise<MigrateOutcome> {
  const version = Number(await pragma(connection, 'user_version'));
  const altered = version === 0 ? null : await alteredMigration(connection, plan.migrations);
  if (altered !== null) return { kind: 'altered-history', problem: altered };
  const ahead = plan.migrations.filter((migration) => migration.number > version);
  if (ahead.length === 0) return { kind: 'up-to-date' };
  let copy: string | null = null;
  try {
    copy = version === 0 ? null : await copyDatabase(connection, connect, { ...plan, version });
    await runAll(connection, ahead, plan.now());
    return { kind: 'migrated', copy };
  } catch (error) {
    // Nothing changed, so the copy is of no use, and every further attempt would leave another one.
    if (copy !== null) await rm(copy);
    return { kind: 'failed', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs all or none, and looks at the result before it is committed. */
async function runAll(connection: Connection, ahead: readonly Migration[], now: number): Promise<void> {
  // Tables are rebuilt by dropping the old one, which foreign keys would forbid; they are checked at the end.
  await connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;');
  await connection.exec('BEGIN IMMEDIATE');
  try {
    await connection.exec(HISTORY_TABLE);
    for (const migration of ahead) await runOne(connection, migration, now);
    const problem = (await problemIn(connection)) ?? (await brokenReference(connection));
    if (problem !== null) throw new Error(problem);
    await connection.exec('COMMIT');
  } catch (error) {
    // A full disk has rolled back already, and a second ROLLBACK is an error that says nothing.
    await connection.exec('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function runOne(connection: Connection, migration: Migration, now: number): Promise<void> {
  const { number, name } = migration;
  await connection.exec(migration.sql);
  await connection.run('INSERT INTO migration VALUES (?, ?, ?, ?)', [number, name, checksum(migration), now]);
  await connection.exec(`PRAGMA user_version = ${number}`);
}

async function copyDatabase(
  connection: Connection,
  connect: Connect,
  { file, version, now }: MigrationPlan & { readonly version: number },
): Promise<string> {
  const copy = `${file}.version-${version}-${now()}.copy`;
  const unfinished = `${copy}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    await connection.run('VACUUM INTO ?', [unfinished]);
    const problem = await problemInFile(connect, unfinished);
    if (problem !== null) throw new Error(`The copy before the migration is damaged: ${problem}`);
    await rename(unfinished, copy);
    return copy;
  } catch (error) {
    // On a disk that is too full for it, each start would otherwise leave another one.
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function alteredMigration(connection: Connection, known: readonly Migration[]): Promise<string | null> {
  for (const { number, name, checksum: stored } of await connection.all('SELECT * FROM migration')) {
    const migration = known.find((one) => one.number === number);
    if (migration !== undefined && checksum(migration) !== stored) {
      return `migration ${number} (${name}) is not the one this database was made with`;
    }
  }
  return null;
}

async function brokenReference(connection: Connection): Promise<string | null> {
  const broken = await connection.get('PRAGMA foreign_key_check');
  if (broken === undefined) return null;
  const { table, parent } = broken;
  return `a row of ${table} refers to a missing ${parent}`;
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at INTEGER NOT NULL
  ) STRICT;`;

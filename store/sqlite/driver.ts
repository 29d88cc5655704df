import sqlite3 from 'sqlite3';
import {
  assertStorable,
  type Connection,
  type ConnectionAccess,
  SqlError,
  type SqlRow,
} from './connection.ts';

/** SQLite's own version as a number: 3051003 is 3.51.3. */
export const SQLITE_VERSION_NUMBER: number = sqlite3.VERSION_NUMBER;

/** Opens a file with the `sqlite3` package; nothing else in the program touches that package. */
export async function connectSqlite(file: string, access: ConnectionAccess): Promise<Connection> {
  const mode = access === 'read-only' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, mode, (error) =>
      error === null ? resolve(opened) : reject(asSqlError(error, `open ${file}`)),
    );
  });
  return new SqliteConnection(database);
}

/** More different statements than the program has; lists with many filters make some dozens. */
const MOST_STATEMENTS = 200;

class SqliteConnection implements Connection {
  readonly #database: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();
  #lastStep: Promise<unknown> = Promise.resolve();

  constructor(database: sqlite3.Database) {
    this.#database = database;
  }

  all(sql: string, parameters: readonly unknown[] = []): Promise<readonly SqlRow[]> {
    return this.#inTurn(async () => {
      assertStorable(parameters);
      const statement = await this.#prepared(sql);
      return await new Promise<SqlRow[]>((resolve, reject) => {
        statement.all<SqlRow>([...parameters], (error, rows) =>
          error === null ? resolve(rows) : reject(asSqlError(error, sql)),
        );
      });
    });
  }

  /** Through `all`: a statement stopped at its first row would keep its snapshot open and the WAL growing. */
  async get(sql: string, parameters: readonly unknown[] = []): Promise<SqlRow | undefined> {
    return (await this.all(sql, parameters))[0];
  }

  run(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    return this.#inTurn(async () => {
      assertStorable(parameters);
      const statement = await this.#prepared(sql);
      await new Promise<void>((resolve, reject) => {
        statement.run([...parameters], (error) =>
          error === null ? resolve() : reject(asSqlError(error, sql)),
        );
      });
    });
  }

  exec(sql: string): Promise<void> {
    return this.#inTurn(
      () =>
        new Promise<void>((resolve, reject) => {
          this.#database.exec(sql, (error) => (error === null ? resolve() : reject(asSqlError(error, sql))));
        }),
    );
  }

  interrupt(): void {
    this.#database.interrupt();
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      for (const statement of this.#statements.values()) await finalised(statement);
      this.#statements.clear();
      await new Promise<void>((resolve, reject) => {
        this.#database.close((error) => (error === null ? resolve() : reject(asSqlError(error, 'close'))));
      });
    });
  }

  /** The package's own `serialize()` does not order prepared statements, so each step waits for the last. */
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#lastStep.then(step, step);
    this.#lastStep = turn;
    return turn;
  }

  async #prepared(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = await new Promise<sqlite3.Statement>((resolve, reject) => {
      const fresh = this.#database.prepare(sql, (error) =>
        error === null ? resolve(fresh) : reject(asSqlError(error, sql)),
      );
    });
    this.#statements.set(sql, statement);
    await this.#dropOldest();
    return statement;
  }

  async #dropOldest(): Promise<void> {
    if (this.#statements.size <= MOST_STATEMENTS) return;
    for (const [sql, statement] of this.#statements) {
      this.#statements.delete(sql);
      await finalised(statement);
      return;
    }
  }
}

function finalised(statement: sqlite3.Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
}

/** The package's errors carry a code, but no trace of who asked: the statement's beginning stands in. */
function asSqlError(error: Error, sql: string): SqlError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'SQLITE_ERROR';
  return new SqlError(code, `${error.message} (${sql.trim().slice(0, 80)})`);
}

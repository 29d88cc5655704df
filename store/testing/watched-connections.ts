import { basename } from 'node:path';
import type { Connect, Connection } from '../sqlite/connection.ts';
import { connectSqlite } from '../sqlite/driver.ts';

/** The connection on which the store writes, within reach of a test that disturbs it. */
export interface WatchedWriter {
  readonly connect: Connect;
  /** Called before each statement that the writer runs; what it throws is what the statement fails with. */
  beforeRun: (sql: string) => void;
  /** Called after each script that the writer runs. */
  afterExec: (sql: string, writer: Connection) => Promise<void>;
  connection(): Connection;
}

export function watchedWriter(): WatchedWriter {
  let writer: Connection | null = null;
  const watched: WatchedWriter = {
    beforeRun: () => undefined,
    afterExec: async () => undefined,
    connection() {
      if (writer === null) throw new Error('Nothing was opened yet');
      return writer;
    },
    async connect(file, access) {
      const connection = await connectSqlite(file, access);
      if (access === 'read-only' || basename(file) !== 'ladehaus.db') return connection;
      writer = connection;
      return disturbed(connection, watched);
    },
  };
  return watched;
}

function disturbed(connection: Connection, watched: WatchedWriter): Connection {
  return {
    all: (sql, parameters) => connection.all(sql, parameters),
    get: (sql, parameters) => connection.get(sql, parameters),
    async run(sql, parameters) {
      watched.beforeRun(sql);
      await connection.run(sql, parameters);
    },
    async exec(sql) {
      await connection.exec(sql);
      await watched.afterExec(sql, connection);
    },
    interrupt: () => connection.interrupt(),
    close: () => connection.close(),
  };
}

import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from '../tables.ts';
import type { Connection } from './connection.ts';

export type Query = Kysely<Tables>;

/** Typed queries over a read-only connection. Nothing is written this way, so there are no transactions. */
export function queriesOver(connection: Connection): Query {
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => readingDriver(connection),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}

function readingDriver(connection: Connection): Driver {
  const reading: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      // The row types are those of `tables.ts`; here the rows enter the typed world.
      return { rows: (await connection.all(sql, parameters)) as R[] };
    },
    streamQuery: () => refuse('streams'),
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => reading,
    releaseConnection: async () => undefined,
    beginTransaction: () => refuse('transactions'),
    commitTransaction: () => refuse('transactions'),
    rollbackTransaction: () => refuse('transactions'),
    destroy: async () => undefined,
  };
}

function refuse(what: string): never {
  throw new Error(`The reading connection has no ${what}`);
}

/** What a column can hold. Booleans are written as 0 and 1 by whoever maps a record. */
export type SqlValue = string | number | null;
/** What a statement may carry. */
export type SqlParameter = SqlValue | Buffer;
export type SqlRow = Readonly<Record<string, unknown>>;

/**
 * One connection to one database file. Steps run one after the other in the order they were asked for;
 * every method rejects with SqlError. This is all that the store asks of a driver.
 */
export interface Connection {
  all(sql: string, parameters?: readonly unknown[]): Promise<readonly SqlRow[]>;
  /** First row, or undefined where there is none. */
  get(sql: string, parameters?: readonly unknown[]): Promise<SqlRow | undefined>;
  run(sql: string, parameters?: readonly unknown[]): Promise<void>;
  /** Several statements without parameters. */
  exec(sql: string): Promise<void>;
  /** Makes the step that runs right now fail with `SQLITE_INTERRUPT`. */
  interrupt(): void;
  close(): Promise<void>;
}

export type ConnectionAccess = 'read-write' | 'read-only';

/** Opens a file; `read-write` creates it where it is missing. */
export type Connect = (file: string, access: ConnectionAccess) => Promise<Connection>;

/** An error of SQLite itself, with its result code such as `SQLITE_FULL`. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Stops values which the driver would store as something else without a word: a BigInt becomes NULL,
 * a Date a number, undefined and NaN NULL, an integer above 2^53 its neighbour.
 */
export function assertStorable(
  parameters: readonly unknown[],
): asserts parameters is readonly SqlParameter[] {
  for (const value of parameters) {
    if (value === null || typeof value === 'string' || Buffer.isBuffer(value)) continue;
    if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
      continue;
    }
    throw new TypeError(`SQLite cannot hold ${typeof value} ${String(value)}`);
  }
}

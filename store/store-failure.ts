import { SqlError } from './sqlite/connection.ts';

export type StoreFailureKind = 'constraint' | 'disk-full' | 'io' | 'closed' | 'bug';

/** Why the store could not keep something. What it had kept before is untouched. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly kind: StoreFailureKind;

  constructor(kind: StoreFailureKind, cause?: unknown) {
    super(cause instanceof Error ? `${kind}: ${cause.message}` : kind, { cause });
    this.kind = kind;
  }
}

export function asStoreFailure(error: unknown): StoreFailure {
  return error instanceof StoreFailure ? error : new StoreFailure(failureKind(error), error);
}

function failureKind(error: unknown): StoreFailureKind {
  if (!(error instanceof SqlError)) return 'bug';
  switch (error.code) {
    case 'SQLITE_CONSTRAINT':
      return 'constraint';
    case 'SQLITE_FULL':
      return 'disk-full';
    case 'SQLITE_ERROR':
    case 'SQLITE_MISMATCH':
    case 'SQLITE_MISUSE':
    case 'SQLITE_RANGE':
    case 'SQLITE_TOOBIG':
      return 'bug';
    default:
      return 'io';
  }
}

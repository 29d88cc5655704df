import type { PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** A person who may sign in. For now the site has one: its owner. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** scrypt record: parameters, salt and key in one text; never the password. */
  readonly passwordRecord: string;
  readonly createdAt: Instant;
}

/** A browser or window that is signed in. Only the hash of its token is kept. */
export interface SignIn {
  readonly tokenHash: string;
  readonly personId: PersonId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly userAgent: string;
}

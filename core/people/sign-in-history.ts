import type { PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** What is remembered of a person's sign-ins when they are long over. */
export interface SignInHistory {
  readonly personId: PersonId;
  readonly lastSignedInAt: Instant | null;
  /** Attempts under the person's name that failed and that the person has not been told of. */
  readonly failed: FailedAttempts | null;
}

export interface FailedAttempts {
  readonly count: number;
  /** When the first of them was. */
  readonly since: Instant;
}

export function noSignInYet(person: PersonId): SignInHistory {
  return { personId: person, lastSignedInAt: null, failed: null };
}

/** One more attempt has failed. */
export function withFailure(history: SignInHistory, now: Instant): SignInHistory {
  const { count, since } = history.failed ?? { count: 0, since: now };
  return { ...history, failed: { count: count + 1, since } };
}

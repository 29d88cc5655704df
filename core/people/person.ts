import type { DriverId, PersonId, TenantId } from '../shared/ids.ts';
import { DAY, type Instant, instant, later } from '../shared/units.ts';
import type { RoleKey } from './role.ts';

/** A person who may sign in. Whoever only charges is a driver and needs none. */
export interface Person {
  readonly id: PersonId;
  /** Where the person's record hangs; what the person may do is said by the grants. */
  readonly tenantId: TenantId;
  /** What is typed to sign in; unique whatever its case. */
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
  /** Whose cards and sessions are the person's own. */
  readonly driverId: DriverId | null;
  /** scrypt record: parameters, salt and key in one text; never the password. */
  readonly passwordRecord: string | null;
  /** Somebody else has chosen the password: until the person has, nothing else may be done with it. */
  readonly mustChangePassword: boolean;
  readonly secondFactor: SecondFactor | null;
  readonly createdAt: Instant;
  /** Set when the person may not sign in any more; what the person did stays in the logbook. */
  readonly disabledAt: Instant | null;
}

/** A role at a node; it reaches everything below. */
export interface Grant {
  readonly tenantId: TenantId;
  readonly role: RoleKey;
}

/** A time-based code besides the password (RFC 6238). */
export interface SecondFactor {
  /** Sealed by the key vault. */
  readonly sealedSecret: string;
  /** Null until a first code has proven that the phone has it. */
  readonly confirmedAt: Instant | null;
  /** The latest time step that was used: no code counts twice. */
  readonly lastStep: number | null;
  /** Records of codes for a lost phone; each is used up once. */
  readonly recoveryRecords: readonly string[];
}

/** A browser or window that is signed in. Only the hash of its token is kept. */
export interface SignIn {
  readonly tokenHash: string;
  readonly personId: PersonId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly userAgent: string;
  readonly address: string;
  readonly lastSeenAt: Instant;
}

/** A window that nobody has used for so long is asked for the password again (OWASP ASVS 7.3.1). */
const UNUSED_FOR = 14 * DAY;

/** When a sign-in ends, unless it is used again before. */
export function signInEnd({ expiresAt, lastSeenAt }: Pick<SignIn, 'expiresAt' | 'lastSeenAt'>): Instant {
  return instant(Math.min(expiresAt, later(lastSeenAt, UNUSED_FOR)));
}

/** Whether the password alone does not let the person in. */
export function asksForCode({ secondFactor }: Person): boolean {
  return secondFactor !== null && secondFactor.confirmedAt !== null;
}

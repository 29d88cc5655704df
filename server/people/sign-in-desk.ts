import { createHash, randomBytes } from 'node:crypto';
import type { Change } from '#core/changes.ts';
import type { Person } from '#core/people/person.ts';
import { type PersonId, personId } from '#core/shared/ids.ts';
import { DAY, type Instant, later, type Milliseconds, milliseconds } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Reads } from '#store/reads.ts';
import type { Clock } from '../clock.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { createAttemptThrottle } from './attempt-throttle.ts';
import { isPasswordOf, passwordRecord } from './password-record.ts';

/** Where a request comes from. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
}

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly token: string; readonly person: Person }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly wait: Milliseconds };

export type PasswordOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly wait: Milliseconds };

/** Who is signed in, and how one gets in and out. */
export interface SignInDesk {
  signIn(name: string, password: string, visitor: Visitor): Promise<SignInOutcome>;
  /** Signs a person in without a password: the desktop window, the demo, the owner just made. */
  admit(person: Person, visitor: Visitor): Promise<string>;
  /** The person behind a token, or null. */
  whoIs(token: string): Promise<Person | null>;
  signOut(token: string): Promise<void>;
  /** Out of every window. */
  signOutEverywhere(person: PersonId): Promise<void>;
  /** Every other window is signed out. */
  changePassword(
    person: Person,
    change: { readonly current: string; readonly next: string },
    token: string,
  ): Promise<PasswordOutcome>;
}

const SIGN_IN_LIFE = 30 * DAY;
/** Compared with when the name is unknown, so that unknown names take as long as known ones. */
const nobodysRecord = passwordRecord(randomBytes(16));

const MOST_REMEMBERED = 1_000;

interface SignedIn {
  readonly personId: PersonId;
  readonly expiresAt: Instant;
}

export function openSignInDesk(desk: SiteDesk, reads: Reads, clock: Clock): SignInDesk {
  const throttle = createAttemptThrottle();
  const signedIn = new Map<string, SignedIn>();

  return {
    async signIn(name, password, visitor) {
      // Never by the name alone: whoever guesses elsewhere would keep the owner out of the own computer.
      const keys = [`name ${name.trim().toLowerCase()} at ${visitor.address}`, `address ${visitor.address}`];
      const wait = milliseconds(Math.max(...keys.map((key) => throttle.wait(key, clock.monotonic()))));
      if (wait > 0) return { kind: 'wait', wait };
      // Counted before the slow comparison: otherwise a hundred attempts at once would all be the first.
      for (const key of keys) throttle.failed(key, clock.monotonic());
      const person = byName(name);
      const right = await isPasswordOf(person?.passwordRecord ?? (await nobodysRecord), password);
      if (person === undefined || person.disabledAt !== null || !right) {
        await note(
          logLine(clock.now(), 'sign-in-failed', { level: 'attention', facts: { address: visitor.address } }),
        );
        return { kind: 'wrong' };
      }
      for (const key of keys) throttle.succeeded(key);
      return { kind: 'signed-in', token: await this.admit(person, visitor), person };
    },

    async admit(person, visitor) {
      const token = randomBytes(32).toString('base64url');
      const now = clock.now();
      const expiresAt = later(now, SIGN_IN_LIFE);
      const tokenHash = hashOf(token);
      await desk.decide(() => ({
        value: undefined,
        changes: [
          {
            kind: 'add-sign-in',
            signIn: {
              tokenHash,
              personId: person.id,
              createdAt: now,
              expiresAt,
              userAgent: visitor.userAgent.slice(0, 200),
              address: visitor.address,
              lastSeenAt: now,
            },
          },
          logLine(now, 'signed-in', { actor: person.name, facts: { address: visitor.address } }),
        ],
        told: [{ kind: 'log' }],
      }));
      remember(tokenHash, { personId: person.id, expiresAt });
      return token;
    },

    async whoIs(token) {
      const tokenHash = hashOf(token);
      const known = signedIn.get(tokenHash) ?? (await reads.signIn(tokenHash));
      if (known === null || known.expiresAt <= clock.now()) return null;
      remember(tokenHash, known);
      const person = desk.live.people.get(known.personId);
      return person === undefined || person.disabledAt !== null ? null : person;
    },

    async signOut(token) {
      const tokenHash = hashOf(token);
      signedIn.delete(tokenHash);
      await desk.decide(() => ({ value: undefined, changes: [{ kind: 'remove-sign-in', tokenHash }] }));
      // Somebody may have asked the store who it is in the meantime.
      signedIn.delete(tokenHash);
    },

    async signOutEverywhere(person) {
      const signIns = await reads.signInsOf(person);
      await desk.decide(() => ({
        value: undefined,
        changes: signIns.map(({ tokenHash }): Change => ({ kind: 'remove-sign-in', tokenHash })),
      }));
      for (const [tokenHash, { personId: whose }] of signedIn)
        if (whose === person) signedIn.delete(tokenHash);
    },

    async changePassword(person, { current, next }, token) {
      const key = `change ${person.id}`;
      const wait = throttle.wait(key, clock.monotonic());
      if (wait > 0) return { kind: 'wait', wait };
      throttle.failed(key, clock.monotonic());
      if (person.passwordRecord === null || !(await isPasswordOf(person.passwordRecord, current)))
        return { kind: 'wrong' };
      throttle.succeeded(key);
      const record = await passwordRecord(next);
      const others = (await reads.signInsOf(person.id))
        .map(({ tokenHash }) => tokenHash)
        .filter((tokenHash) => tokenHash !== hashOf(token));
      await desk.decide(() => ({
        value: undefined,
        changes: [
          { kind: 'save-person', person: { ...person, passwordRecord: record } },
          ...others.map((tokenHash): Change => ({ kind: 'remove-sign-in', tokenHash })),
          logLine(clock.now(), 'settings-changed', { actor: person.name, facts: { fields: 'password' } }),
        ],
        told: [{ kind: 'log' }],
      }));
      for (const tokenHash of others) signedIn.delete(tokenHash);
      return { kind: 'changed' };
    },
  };

  /** The one that has not been seen for longest makes room; it is still in the store. */
  function remember(tokenHash: string, who: SignedIn): void {
    signedIn.delete(tokenHash);
    signedIn.set(tokenHash, who);
    const [oldest] = signedIn.keys();
    if (signedIn.size > MOST_REMEMBERED && oldest !== undefined) signedIn.delete(oldest);
  }

  function byName(name: string): Person | undefined {
    const wanted = name.trim().toLowerCase();
    return [...desk.live.people.values()].find((person) => person.name.toLowerCase() === wanted);
  }

  function note(line: Change): Promise<void> {
    return desk.decide(() => ({ value: undefined, changes: [line], told: [{ kind: 'log' }] }));
  }
}

/** The first person: the owner of a site that has none. */
export async function newOwner(
  desk: SiteDesk,
  { name, password, now }: { readonly name: string; readonly password: string; readonly now: Instant },
): Promise<Person> {
  const record = await passwordRecord(password);
  return {
    id: personId(desk.live.nextId('person')),
    tenantId: ROOT_TENANT,
    name: name.trim(),
    email: '',
    grants: [{ tenantId: ROOT_TENANT, role: 'owner' }],
    driverId: null,
    passwordRecord: record,
    mustChangePassword: false,
    secondFactor: null,
    createdAt: now,
    disabledAt: null,
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

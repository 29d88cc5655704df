import { randomBytes } from 'node:crypto';
import type { Change } from '#core/changes.ts';
import { asksForCode, type Person, type SignIn, signInEnd } from '#core/people/person.ts';
import { type PersonId, personId } from '#core/shared/ids.ts';
import { elapsed, MINUTE, type Milliseconds } from '#core/shared/units.ts';
import type { Reads } from '#store/reads.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { isLoopback } from '../network/is-loopback.ts';
import type { KeyVault } from '../security/key-vault.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided, SiteDesk } from '../site/site-desk.ts';
import type { AttemptGate } from './attempt-gate.ts';
import { isPasswordOf, passwordRecord } from './password-record.ts';
import { admission, recoveryUsed, refusal, type Visitor } from './sign-in-changes.ts';
import { createSignInShelf } from './sign-in-shelf.ts';
import { spendCode } from './spend-code.ts';
import { tokenHash } from './token-hash.ts';

/** What somebody types to get in. */
export interface SignInAttempt {
  readonly name: string;
  readonly password: string;
  /** From the phone, or for a lost one. */
  readonly code?: string;
}

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly token: string; readonly person: Person }
  | { readonly kind: 'wrong' }
  /** The password is right, and the same is to be sent again with a code. */
  | { readonly kind: 'second-factor-needed' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'keys-not-readable' }
  | { readonly kind: 'wait'; readonly wait: Milliseconds };

/** Who is signed in, and how one gets in and out. */
export interface SignInDesk {
  signIn(attempt: SignInAttempt, visitor: Visitor): Promise<SignInOutcome>;
  /** Signs a person in without a password: the desktop window, the demo, the owner just made. */
  admit(person: Person, visitor: Visitor): Promise<string>;
  /** The person behind a token; null when there is none, or when the person may not sign in any more. */
  whoIs(token: string): Promise<Person | null>;
  signOut(person: Person, token: string): Promise<void>;
  /** Where somebody is signed in now, the latest first. */
  listOf(person: PersonId): Promise<readonly SignIn[]>;
  /** Ends some sign-ins, and keeps other changes in the same step; open streams close at once. */
  end(hashes: readonly string[], more?: MoreChanges): Promise<void>;
  /** Ends all of a person's but the one of a token. */
  endAllOf(person: PersonId, but: string | null, more?: MoreChanges): Promise<void>;
  /** Calls the listener when the sign-in of a token ends; gives the way to stop that. */
  whenEnded(token: string, listener: () => void): () => void;
}

type MoreChanges = (live: LiveSite) => readonly Change[];

interface Parts {
  readonly desk: SiteDesk;
  readonly reads: Reads;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: KeyVault;
  readonly gate: AttemptGate;
}

/** How exactly it is known when a sign-in was last used: each time would be a write with every request. */
const SEEN_EVERY = 10 * MINUTE;
/** Compared with when the name is unknown, so that unknown names take as long as known ones. */
const nobodysRecord = passwordRecord(randomBytes(16));
const NOBODY = personId(0);

export function openSignInDesk({ desk, reads, clock, log, vault, gate }: Parts): SignInDesk {
  const shelf = createSignInShelf(reads);

  return {
    async signIn({ name, password, code }, visitor) {
      const person = byName(desk.live, name);
      const from = await whereFrom(person, visitor.address);
      const buckets = [`name ${name.trim().toLowerCase()} from ${from}`, `address ${visitor.address}`];
      const wait = gate.enter(buckets);
      if (wait > 0) return { kind: 'wait', wait };
      const right = await isPasswordOf(person?.passwordRecord ?? (await nobodysRecord), password);
      if (person === undefined || !right || person.passwordRecord === null || person.disabledAt !== null)
        return desk.decide((live) => refused(live, { person, visitor, as: 'wrong' }));
      gate.passed(buckets);
      const codeBucket = [`code ${person.id} from ${from}`];
      if (asksForCode(person)) {
        if (code === undefined) return { kind: 'second-factor-needed' };
        // A bucket of its own: whoever knows the password could otherwise empty the other one between two guesses.
        const codeWait = gate.enter(codeBucket);
        if (codeWait > 0) return { kind: 'wait', wait: codeWait };
      }
      const outcome = await desk.decide((live) => lookedAtAgain(live, { person, visitor, code }));
      if (outcome.kind === 'signed-in') gate.passed(codeBucket);
      return outcome;
    },

    async admit(person, visitor) {
      const token = newToken();
      await desk.decide((live) => ({
        value: undefined,
        changes: admission(live, { person, token, visitor, now: clock.now() }),
        told: [{ kind: 'sign-in' }, { kind: 'log' }],
      }));
      return token;
    },

    async whoIs(token) {
      const hash = tokenHash(token);
      const known = await shelf.find(hash);
      const now = clock.now();
      if (known === null || signInEnd(known) <= now) return null;
      const person = desk.live.people.get(known.personId);
      if (person === undefined || person.disabledAt !== null) return null;
      const isStale = elapsed(known.lastSeenAt, now) >= SEEN_EVERY;
      shelf.put(hash, isStale ? { ...known, lastSeenAt: now } : known);
      if (isStale) noteSeen(hash);
      return person;
    },

    signOut: ({ name, tenantId }, token) =>
      end([tokenHash(token)], () => [logLine(clock.now(), 'signed-out', { actor: name, tenantId })]),

    async listOf(person) {
      return (await reads.signInsOf(person)).filter((signIn) => signInEnd(signIn) > clock.now());
    },

    end,

    async endAllOf(person, but, more) {
      const kept = but === null ? null : tokenHash(but);
      const others = async () =>
        (await reads.signInsOf(person)).map((signIn) => signIn.tokenHash).filter((hash) => hash !== kept);
      await end(await others(), more);
      // Somebody may have come in while the store was asked.
      const late = await others();
      if (late.length > 0) await end(late);
    },

    whenEnded: (token, listener) => shelf.whenEnded(tokenHash(token), listener),
  };

  /**
   * Each address where the person is signed in has a bucket of its own, and so has this computer; all others share
   * one. Many addresses together guess no faster than one, and yet nobody who guesses keeps the owner out.
   */
  async function whereFrom(person: Person | undefined, address: string): Promise<string> {
    // Nobody is looked up as well, or the time it takes would betray which names there are.
    const signIns = await reads.signInsOf(person?.id ?? NOBODY);
    const isKnown = signIns.some((known) => known.address === address && signInEnd(known) > clock.now());
    return isKnown || isLoopback(address) ? address : 'elsewhere';
  }

  /**
   * Lets a person in whose password was right, in one step with the use of the code: two windows cannot use it both,
   * and a password that has been changed while it was compared counts no more.
   */
  function lookedAtAgain(
    live: LiveSite,
    { person, visitor, code }: Compared & { readonly code: string | undefined },
  ): Decided<SignInOutcome> {
    const now = clock.now();
    const current = live.people.get(person.id) ?? person;
    if (current.passwordRecord !== person.passwordRecord || current.disabledAt !== null)
      return refused(live, { person: current, visitor, as: 'wrong' });
    const token = newToken();
    const entrance = { token, visitor, now };
    const { secondFactor } = current;
    if (secondFactor === null || !asksForCode(current))
      return {
        value: { kind: 'signed-in', token, person: current },
        changes: admission(live, { person: current, ...entrance }),
        told: [{ kind: 'sign-in' }, { kind: 'log' }],
      };
    if (code === undefined) return { value: { kind: 'second-factor-needed' }, changes: [] };
    const use = spendCode(secondFactor, code, { vault, now });
    if (use.kind === 'unreadable') return { value: { kind: 'keys-not-readable' }, changes: [] };
    if (use.kind === 'wrong') return refused(live, { person: current, visitor, as: 'wrong-code' });
    const used = { ...current, secondFactor: use.factor };
    return {
      value: { kind: 'signed-in', token, person: used },
      changes: [
        { kind: 'save-person', person: used },
        ...admission(live, { person: used, ...entrance }),
        ...(use.kind === 'recovery' ? [recoveryUsed(used, now)] : []),
      ],
      told: [{ kind: 'sign-in' }, { kind: 'log' }],
    };
  }

  function refused(live: LiveSite, { person, visitor, as }: Refused): Decided<SignInOutcome> {
    const changes = refusal(live, { person, visitor, now: clock.now() });
    return { value: { kind: as }, changes, told: [{ kind: 'log' }] };
  }

  async function end(hashes: readonly string[], more: MoreChanges = () => []): Promise<void> {
    const removals = hashes.map((hash): Change => ({ kind: 'remove-sign-in', tokenHash: hash }));
    await desk.decide((live) => ({
      value: undefined,
      changes: [...removals, ...more(live)],
      told: [{ kind: 'sign-in' }, { kind: 'log' }],
    }));
    shelf.end(hashes);
  }

  function noteSeen(hash: string): void {
    const seen: Change = { kind: 'sign-in-seen', tokenHash: hash, at: clock.now() };
    desk
      .decide(() => ({ value: undefined, changes: [seen] }))
      .catch((error: unknown) => log.warn({ err: error }, 'use of a sign-in not noted'));
  }
}

interface Compared {
  readonly person: Person;
  readonly visitor: Visitor;
}

interface Refused {
  readonly person: Person | undefined;
  readonly visitor: Visitor;
  readonly as: 'wrong' | 'wrong-code';
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function byName(live: LiveSite, name: string): Person | undefined {
  const wanted = name.trim().toLowerCase();
  return [...live.people.values()].find((person) => person.name.toLowerCase() === wanted);
}

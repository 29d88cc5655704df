import type { Change } from '#core/changes.ts';
import type { Person, SignIn } from '#core/people/person.ts';
import { withFailure } from '#core/people/sign-in-history.ts';
import { DAY, type Instant, later } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { tokenHash } from './token-hash.ts';

/** Where a request comes from. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
}

export interface Entrance {
  readonly person: Person;
  readonly token: string;
  readonly visitor: Visitor;
  readonly now: Instant;
}

const SIGN_IN_LIFE = 30 * DAY;

/** What is kept when somebody comes in. */
export function admission(live: LiveSite, { person, token, visitor, now }: Entrance): readonly Change[] {
  const { address, userAgent } = visitor;
  const signIn: SignIn = {
    tokenHash: tokenHash(token),
    personId: person.id,
    createdAt: now,
    expiresAt: later(now, SIGN_IN_LIFE),
    userAgent: userAgent.slice(0, 200),
    address,
    lastSeenAt: now,
  };
  const history = live.signInHistoryOf(person.id);
  return [
    { kind: 'add-sign-in', signIn },
    { kind: 'save-sign-in-history', history: { ...history, lastSignedInAt: now } },
    logLine(now, 'signed-in', { actor: person.name, tenantId: person.tenantId, facts: { address } }),
  ];
}

/** What is kept when somebody was turned away: a line at once, and a note for the person's next sign-in. */
export function refusal(
  live: LiveSite,
  { person, visitor, now }: Omit<Entrance, 'token' | 'person'> & { readonly person: Person | undefined },
): readonly Change[] {
  const { address } = visitor;
  const level = 'attention';
  // No names that nobody has: passwords are often typed in the wrong field.
  if (person === undefined) return [logLine(now, 'sign-in-failed', { level, facts: { address } })];
  const { name, tenantId } = person;
  return [
    { kind: 'save-sign-in-history', history: withFailure(live.signInHistoryOf(person.id), now) },
    logLine(now, 'sign-in-failed', { level, tenantId, facts: { person: name, address } }),
  ];
}

/** The line for a person who came in without the phone. */
export function recoveryUsed({ name, tenantId, secondFactor }: Person, now: Instant): Change {
  const left = secondFactor?.recoveryRecords.length ?? 0;
  const facts = { person: name, left };
  return logLine(now, 'recovery-code-used', { level: 'attention', actor: name, tenantId, facts });
}

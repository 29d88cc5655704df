import type { Person } from '#core/people/person.ts';
import type { Milliseconds } from '#core/shared/units.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import type { AttemptGate } from './attempt-gate.ts';
import { isPasswordOf } from './password-record.ts';

/** Why somebody who is signed in has not proven once more who it is. */
export type Unproven = { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly wait: Milliseconds };

/** Null when the password is the person's. */
export type ProvePassword = (person: Person, password: string) => Promise<Unproven | null>;

/**
 * Asks once more for the password, before something that whoever finds an open window must not do. Guessing here is as
 * slow as at the door.
 */
export function passwordProof(desk: SiteDesk, gate: AttemptGate): ProvePassword {
  return async ({ id }, password) => {
    const bucket = [`own password ${id}`];
    const wait = gate.enter(bucket);
    if (wait > 0) return { kind: 'wait', wait };
    const record = desk.live.people.get(id)?.passwordRecord ?? null;
    if (record === null || !(await isPasswordOf(record, password))) return { kind: 'wrong' };
    gate.passed(bucket);
    return null;
  };
}

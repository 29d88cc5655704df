import type { Person } from '#core/people/person.ts';
import type { Visitor } from './sign-in-changes.ts';
import type { SignInDesk } from './sign-in-desk.ts';

/**
 * Lets everybody at this computer into the demo, all with one sign-in: a program that keeps no cookies would
 * otherwise leave a row in the store and a line in the logbook with every request.
 */
export function createDemoSignIn(signIns: SignInDesk): (owner: Person, visitor: Visitor) => Promise<string> {
  let current: Promise<string> | null = null;
  return (owner, visitor) => {
    current = renewed(current, owner, visitor);
    return current;
  };

  /** Whoever signs out signs all of them out, and the next one gets a new sign-in. */
  async function renewed(before: Promise<string> | null, owner: Person, visitor: Visitor): Promise<string> {
    const token = await before?.catch(() => undefined);
    if (token !== undefined && (await signIns.whoIs(token)) !== null) return token;
    return signIns.admit(owner, visitor);
  }
}

import type { Person } from '#core/people/person.ts';
import type { Clock } from '../clock.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { passwordRecord } from './password-record.ts';
import type { ProvePassword, Unproven } from './prove-password.ts';
import type { SignInDesk } from './sign-in-desk.ts';

export type PasswordOutcome = { readonly kind: 'changed' } | { readonly kind: 'same' } | Unproven;

/** What people do to their own accounts. */
export interface AccountDesk {
  /** Every other window is signed out. */
  changePassword(
    person: Person,
    change: { readonly current: string; readonly next: string },
    token: string,
  ): Promise<PasswordOutcome>;
  /** Takes note of the attempts that failed under the person's name. */
  seeFailures(person: Person): Promise<void>;
}

interface Parts {
  readonly desk: SiteDesk;
  readonly clock: Clock;
  readonly signIns: SignInDesk;
  readonly prove: ProvePassword;
}

export function openAccountDesk({ desk, clock, signIns, prove }: Parts): AccountDesk {
  return {
    async changePassword(person, { current, next }, token) {
      const unproven = await prove(person, current);
      if (unproven !== null) return unproven;
      if (next === current) return { kind: 'same' };
      const record = await passwordRecord(next);
      await signIns.endAllOf(person.id, token, (live) => {
        const before = live.people.get(person.id) ?? person;
        return [
          {
            kind: 'save-person',
            person: { ...before, passwordRecord: record, mustChangePassword: false },
          },
          logLine(clock.now(), 'settings-changed', {
            actor: before.name,
            tenantId: before.tenantId,
            facts: { fields: 'password' },
          }),
        ];
      });
      return { kind: 'changed' };
    },

    seeFailures: ({ id }) =>
      desk.decide((live) => {
        const history = live.signInHistoryOf(id);
        if (history.failed === null) return { value: undefined, changes: [] };
        return {
          value: undefined,
          changes: [{ kind: 'save-sign-in-history', history: { ...history, failed: null } }],
        };
      }),
  };
}

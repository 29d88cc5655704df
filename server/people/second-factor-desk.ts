import { asksForCode, type Person, type SecondFactor } from '#core/people/person.ts';
import type { PersonId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';
import type { KeyVault } from '../security/key-vault.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided, SiteDesk } from '../site/site-desk.ts';
import { newSecret, otpauthUri } from './one-time-code.ts';
import type { ProvePassword, Unproven } from './prove-password.ts';
import { newRecoveryCodes, recoveryRecord } from './recovery-codes.ts';
import { spendCode } from './spend-code.ts';

export type FactorOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'is-on' }
  | { readonly kind: 'is-off' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'keys-not-readable' };

/** A secret for a phone, as it is shown once. */
export interface PhoneKey {
  readonly uri: string;
  readonly secret: string;
}

/** The second factor of people: codes from a phone, and codes for when it is lost. Turning it on or off needs the password. */
export interface SecondFactorDesk {
  /** The secret counts once a first code has confirmed it. */
  begin(person: Person, password: string): Promise<FactorOutcome<PhoneKey> | Unproven>;
  /** Gives the recovery codes. */
  confirm(person: Person, code: string): Promise<FactorOutcome<readonly string[]>>;
  turnOff(person: Person, password: string): Promise<FactorOutcome<undefined> | Unproven>;
  renewRecoveryCodes(person: Person, password: string): Promise<FactorOutcome<readonly string[]> | Unproven>;
  /** Takes it from somebody who has lost both phone and codes. */
  reset(person: PersonId, by: string): Promise<FactorOutcome<undefined>>;
}

interface Parts {
  readonly desk: SiteDesk;
  readonly clock: Clock;
  readonly vault: KeyVault;
  readonly prove: ProvePassword;
}

export function openSecondFactorDesk({ desk, clock, vault, prove }: Parts): SecondFactorDesk {
  return {
    async begin(person, password) {
      const unproven = await prove(person, password);
      if (unproven !== null) return unproven;
      const { bytes, base32 } = newSecret();
      const begun: SecondFactor = {
        sealedSecret: vault.seal(bytes),
        confirmedAt: null,
        lastStep: null,
        recoveryRecords: [],
      };
      return change(person.id, (before) => {
        if (asksForCode(before)) return refused('is-on');
        const uri = otpauthUri(bytes, { site: desk.live.site.name, person: before.name });
        return {
          value: { kind: 'done', value: { uri, secret: base32 } },
          changes: [{ kind: 'save-person', person: { ...before, secondFactor: begun } }],
        };
      });
    },

    confirm: (person, code) =>
      change(person.id, (before, now) => {
        if (asksForCode(before)) return refused('is-on');
        if (before.secondFactor === null) return refused('is-off');
        const use = spendCode(before.secondFactor, code, { vault, now });
        if (use.kind === 'unreadable') return refused('keys-not-readable');
        if (use.kind !== 'from-phone') return refused('wrong-code');
        const { codes, records } = freshCodes();
        const secondFactor = { ...use.factor, confirmedAt: now, recoveryRecords: records };
        return kept({ ...before, secondFactor }, codes, { kind: 'second-factor-on', by: before.name, now });
      }),

    async turnOff(person, password) {
      const unproven = await prove(person, password);
      return unproven ?? off(person.id, person.name);
    },

    async renewRecoveryCodes(person, password) {
      const unproven = await prove(person, password);
      if (unproven !== null) return unproven;
      return change(person.id, (before, now) => {
        if (before.secondFactor === null || !asksForCode(before)) return refused('is-off');
        const { codes, records } = freshCodes();
        const secondFactor = { ...before.secondFactor, recoveryRecords: records };
        return kept({ ...before, secondFactor }, codes, {
          kind: 'recovery-codes-made',
          by: before.name,
          now,
        });
      });
    },

    reset: off,
  };

  function off(id: PersonId, by: string): Promise<FactorOutcome<undefined>> {
    return change<undefined>(id, (before, now) =>
      before.secondFactor === null
        ? refused('is-off')
        : kept({ ...before, secondFactor: null }, undefined, { kind: 'second-factor-off', by, now }),
    );
  }

  /** Decides on the person as it is by then: somebody else may have changed it while a password was compared. */
  function change<T>(
    id: PersonId,
    decide: (before: Person, now: Instant) => Decided<FactorOutcome<T>>,
  ): Promise<FactorOutcome<T>> {
    return desk.decide((live) => {
      const before = live.people.get(id);
      if (before === undefined) throw new Error(`There is no person ${id}`);
      return decide(before, clock.now());
    });
  }
}

function refused<T>(kind: Exclude<FactorOutcome<T>['kind'], 'done'>): Decided<FactorOutcome<T>> {
  return { value: { kind }, changes: [] };
}

interface Line {
  readonly kind: 'second-factor-on' | 'second-factor-off' | 'recovery-codes-made';
  readonly by: string;
  readonly now: Instant;
}

function kept<T>(person: Person, value: T, { kind, by, now }: Line): Decided<FactorOutcome<T>> {
  const facts = { person: person.name };
  return {
    value: { kind: 'done', value },
    changes: [
      { kind: 'save-person', person },
      logLine(now, kind, { level: 'attention', actor: by, tenantId: person.tenantId, facts }),
    ],
    told: [{ kind: 'site' }, { kind: 'log' }],
  };
}

function freshCodes(): { readonly codes: readonly string[]; readonly records: readonly string[] } {
  const codes = newRecoveryCodes();
  return { codes, records: codes.map(recoveryRecord) };
}

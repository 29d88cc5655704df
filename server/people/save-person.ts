import { judgePerson, type PersonRefusal } from '#core/people/judge-person.ts';
import type { Person } from '#core/people/person.ts';
import { type PersonId, personId, type TenantId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Caller } from './caller.ts';
import { isOpenTenant, peopleFacts } from './people-facts.ts';

/** What somebody wants of a person; what is left out stays. */
export type PersonWish = Partial<
  Pick<Person, 'name' | 'email' | 'tenantId' | 'grants' | 'driverId' | 'passwordRecord'>
> & { readonly disabled?: boolean };

export type PersonOutcome =
  | { readonly kind: 'saved'; readonly person: Person }
  | PersonRefusal
  | { readonly kind: 'no-such-tenant'; readonly tenantId: TenantId }
  | { readonly kind: 'name-taken' };

/** Adds a person. */
export function addPerson(
  app: Application,
  wish: PersonWish & Pick<Person, 'name' | 'tenantId'>,
  by: Caller,
): Promise<PersonOutcome> {
  return savePerson(app, by, (live, now) => [
    null,
    {
      email: '',
      grants: [],
      driverId: null,
      passwordRecord: null,
      ...wish,
      id: personId(live.nextId('person')),
      // Somebody else has chosen it, or chance.
      mustChangePassword: true,
      secondFactor: null,
      createdAt: now,
      disabledAt: null,
    },
  ]);
}

/** Changes a person. Of the grants only those at nodes that the caller may see give way to the wished ones. */
export function changePerson(
  app: Application,
  id: PersonId,
  { wish: { disabled, ...wish }, by }: { readonly wish: PersonWish; readonly by: Caller },
): Promise<PersonOutcome> {
  return savePerson(app, by, (live, now) => {
    const before = live.people.get(id);
    if (before === undefined) throw new Error(`There is no person ${id}`);
    const unseen = before.grants.filter(({ tenantId }) => !by.can('people.read', tenantId));
    const disabledAt =
      disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null;
    const grants = wish.grants === undefined ? before.grants : [...unseen, ...wish.grants];
    const mustChangePassword = before.mustChangePassword || wish.passwordRecord !== undefined;
    return [before, { ...before, ...wish, grants, disabledAt, mustChangePassword }];
  });
}

type Wanted = (live: LiveSite, now: Person['createdAt']) => readonly [before: Person | null, after: Person];

function savePerson(app: Application, by: Caller, want: Wanted): Promise<PersonOutcome> {
  return app.desk.decide<PersonOutcome>((live) => {
    const now = app.clock.now();
    const [before, after] = want(live, now);
    const missing = [after.tenantId, ...after.grants.map(({ tenantId }) => tenantId)].find(
      (node) => !isOpenTenant(live, node),
    );
    if (missing !== undefined) return { value: { kind: 'no-such-tenant', tenantId: missing }, changes: [] };
    const refusal = judgePerson(peopleFacts(live, by), before, after);
    if (refusal !== null) return { value: refusal, changes: [] };
    if (isTaken(live, after)) return { value: { kind: 'name-taken' }, changes: [] };
    return {
      value: { kind: 'saved', person: after },
      changes: [
        { kind: 'save-person', person: after },
        logLine(now, lineOf(before, after), {
          actor: by.name,
          tenantId: after.tenantId,
          facts: { person: after.name },
        }),
      ],
      told: [{ kind: 'site' }, { kind: 'log' }],
    };
  });
}

function isTaken(live: LiveSite, { id, name }: Person): boolean {
  const wanted = name.toLowerCase();
  return [...live.people.values()].some((other) => other.id !== id && other.name.toLowerCase() === wanted);
}

function lineOf(before: Person | null, after: Person) {
  if (before === null) return 'person-added';
  if (before.passwordRecord !== after.passwordRecord) return 'person-password-reset';
  if (before.disabledAt === after.disabledAt) return 'person-changed';
  return after.disabledAt === null ? 'person-enabled' : 'person-disabled';
}

import type { Grant as GrantBody } from '#api/people.ts';
import type { Grant, Person } from '#core/people/person.ts';
import { isRoleKey } from '#core/people/role.ts';
import { driverId, personId, tenantId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import { newPassword } from '../../people/new-password.ts';
import { passwordRecord } from '../../people/password-record.ts';
import { addPerson, changePerson, type PersonOutcome, type PersonWish } from '../../people/save-person.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { personView } from './person-view.ts';

type Names = 'listPeople' | 'getPerson' | 'addPerson' | 'changePerson' | 'resetPassword';

export function personHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listPeople({ caller }) {
      const people = [...live.people.values()].filter(({ tenantId }) => caller.can('people.read', tenantId));
      return { items: people.map((person) => personView(app, person, caller)) };
    },

    async getPerson({ params, caller }) {
      return personView(app, person(params.personId), caller);
    },

    async addPerson({ body, caller }) {
      const { password, ...fields } = body;
      const startPassword = password === undefined ? newPassword() : null;
      const wish = {
        ...wishOf(fields),
        name: body.name.trim(),
        tenantId: tenantId(body.tenantId),
        passwordRecord: await passwordRecord(password ?? startPassword ?? ''),
      };
      const added = saved(await addPerson(app, wish, caller));
      return { person: personView(app, added, caller), startPassword };
    },

    async changePerson({ params, body, caller }) {
      const { id } = person(params.personId);
      const changed = saved(await changePerson(app, id, { wish: wishOf(body), by: caller }));
      // What was begun before does not go on when the person is let in again one day.
      if (changed.disabledAt !== null) await app.signIns.endAllOf(id, null);
      return personView(app, changed, caller);
    },

    async resetPassword({ params, body, caller }) {
      const { id } = person(params.personId);
      // The own password is changed by whoever knows it: a window left open is no way to take the account over.
      if (caller.who.kind === 'person' && caller.who.person.id === id) throw new ApiProblem('forbidden');
      const startPassword = body.password === undefined ? newPassword() : null;
      const record = await passwordRecord(body.password ?? startPassword ?? '');
      saved(await changePerson(app, id, { wish: { passwordRecord: record }, by: caller }));
      await app.signIns.endAllOf(id, null);
      return { startPassword };
    },
  };

  function person(id: number): Person {
    return found(live.people.get(personId(id)), `person ${id}`);
  }
}

interface PersonBody {
  readonly name?: string;
  readonly email?: string;
  readonly tenantId?: number;
  readonly grants?: readonly GrantBody[];
  readonly driverId?: number | null;
  readonly disabled?: boolean;
}

function wishOf(body: PersonBody): PersonWish {
  const { name, email, grants, disabled } = body;
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(email === undefined ? {} : { email: email.trim() }),
    ...(body.tenantId === undefined ? {} : { tenantId: tenantId(body.tenantId) }),
    ...(grants === undefined ? {} : { grants: grants.map(grantOf) }),
    ...(body.driverId === undefined
      ? {}
      : { driverId: body.driverId === null ? null : driverId(body.driverId) }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}

function grantOf(grant: GrantBody, index: number): Grant {
  if (isRoleKey(grant.role)) return { tenantId: tenantId(grant.tenantId), role: grant.role };
  throw noSuchRole(`body/grants/${index}/role`);
}

function noSuchRole(path: string): ApiProblem {
  return new ApiProblem('invalid-request', {
    fields: [{ path, message: 'is not a role that can be granted there' }],
  });
}

function saved(outcome: PersonOutcome): Person {
  switch (outcome.kind) {
    case 'saved':
      return outcome.person;
    case 'no-such-tenant':
      throw new ApiProblem('not-found', { detail: `tenant ${outcome.tenantId}` });
    case 'not-permitted-at':
      throw new ApiProblem('forbidden', { detail: `tenant ${outcome.tenantId}` });
    case 'unknown-role':
      throw noSuchRole('body/grants');
    case 'beyond-own-rights':
      throw new ApiProblem('beyond-own-rights');
    case 'last-owner':
      throw new ApiProblem('last-owner');
    case 'name-taken':
      throw new ApiProblem('person-exists');
  }
}

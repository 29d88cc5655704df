import type { Person as PersonView } from '#api/people.ts';
import type { Person } from '#core/people/person.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

/** A person as a caller may see them: without what the person may do at nodes that are not the caller's. */
export function personView({ desk }: Application, person: Person, caller: Caller): PersonView {
  const grants = person.grants.filter(({ tenantId }) => caller.can('people.read', tenantId));
  const driver = person.driverId === null ? undefined : desk.live.access.drivers.get(person.driverId);
  return {
    id: person.id,
    tenantId: person.tenantId,
    name: person.name,
    email: person.email,
    grants: grants.map(({ tenantId, role }) => ({ tenantId, role })),
    grantsElsewhere: grants.length < person.grants.length,
    driverId: driver !== undefined && caller.can('access.read', driver.tenantId) ? driver.id : null,
    secondFactor: typeof person.secondFactor?.confirmedAt === 'number',
    mustChangePassword: person.mustChangePassword,
    lastSignedInAt: isoTimeOrNull(desk.live.signInHistoryOf(person.id).lastSignedInAt),
    createdAt: isoTime(person.createdAt),
    disabledAt: isoTimeOrNull(person.disabledAt),
  };
}

import type { Person } from '#core/people/person.ts';
import { personId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { passwordRecord } from './password-record.ts';

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

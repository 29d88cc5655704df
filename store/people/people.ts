import type { Person } from '#core/people/person.ts';
import { driverId, personId, tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { PersonRow } from './people-tables.ts';

export const personWrite = upserting<PersonRow, Person>(
  {
    table: 'person',
    columns: {
      id: (person) => person.id,
      tenant_id: (person) => person.tenantId,
      name: (person) => person.name,
      email: (person) => person.email,
      grants_json: (person) => JSON.stringify(person.grants),
      driver_id: (person) => person.driverId,
      password_record: (person) => person.passwordRecord,
      must_change_password: (person) => Number(person.mustChangePassword),
      second_factor_json: (person) =>
        person.secondFactor === null ? null : JSON.stringify(person.secondFactor),
      created_at: (person) => person.createdAt,
      disabled_at: (person) => person.disabledAt,
    },
  },
  ['id'],
);

/** Everybody who may sign in or once could. */
export async function readPeople(query: Query): Promise<readonly Person[]> {
  return (await query.selectFrom('person').selectAll().orderBy('id').execute()).map(personOf);
}

function personOf(row: PersonRow): Person {
  return {
    id: personId(row.id),
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    email: row.email,
    grants: fromJson(row.grants_json),
    driverId: orNull(row.driver_id, driverId),
    passwordRecord: row.password_record,
    mustChangePassword: row.must_change_password === 1,
    secondFactor: row.second_factor_json === null ? null : fromJson(row.second_factor_json),
    createdAt: instant(row.created_at),
    disabledAt: orNull(row.disabled_at, instant),
  };
}

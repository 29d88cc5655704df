import type { Person } from '#core/settings/person.ts';
import { personId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { PersonRow } from '../tables.ts';

export const personWrite = upserting<PersonRow, Person>(
  {
    table: 'person',
    columns: {
      id: (person) => person.id,
      name: (person) => person.name,
      password_record: (person) => person.passwordRecord,
      created_at: (person) => person.createdAt,
    },
  },
  ['id'],
);

export async function readPeople(query: Query): Promise<readonly Person[]> {
  return (await query.selectFrom('person').selectAll().orderBy('id').execute()).map(personOf);
}

function personOf(row: PersonRow): Person {
  return {
    id: personId(row.id),
    name: row.name,
    passwordRecord: row.password_record,
    createdAt: instant(row.created_at),
  };
}

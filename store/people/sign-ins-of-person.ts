import type { PersonId } from '#core/shared/ids.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';

/** Token hashes of everywhere a person is signed in. */
export async function signInsOf(query: Query, person: PersonId): Promise<readonly string[]> {
  const rows = await query
    .selectFrom('sign_in')
    .select('token_hash')
    .where('person_id', '=', person)
    .execute();
  return rows.map((row) => row.token_hash);
}

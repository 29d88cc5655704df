import type { SignInSeen } from '#core/changes.ts';
import type { SignIn } from '#core/people/person.ts';
import { type PersonId, personId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { inserting, type TableWrite } from '../sqlite/table-write.ts';
import type { SignInRow } from './people-tables.ts';

const adding = inserting<SignInRow, SignIn>({
  table: 'sign_in',
  columns: {
    token_hash: (signIn) => signIn.tokenHash,
    person_id: (signIn) => signIn.personId,
    created_at: (signIn) => signIn.createdAt,
    expires_at: (signIn) => signIn.expiresAt,
    user_agent: (signIn) => signIn.userAgent,
    address: (signIn) => signIn.address,
    last_seen_at: (signIn) => signIn.lastSeenAt,
  },
});

/** Every new sign-in sweeps out those that have expired by then. */
export const signInWrite: TableWrite<SignIn> = {
  sql: (rows, texts) => `
    DELETE FROM sign_in WHERE expires_at <= (SELECT max(value ->> 2) FROM ${rows});
    ${adding.sql(rows, texts)}`,
  row: adding.row,
};

export const signInRemoval: TableWrite<string> = {
  sql: (rows) => `DELETE FROM sign_in WHERE token_hash IN (SELECT value ->> 0 FROM ${rows});`,
  row: (tokenHash) => [tokenHash],
};

/** Sign-ins that have been used again. */
export const signInSeenWrite: TableWrite<SignInSeen> = {
  sql: (rows) => `
    UPDATE sign_in SET last_seen_at = seen.value ->> 1 FROM ${rows} AS seen WHERE token_hash = seen.value ->> 0;`,
  row: ({ tokenHash, at }) => [tokenHash, at],
};

/** Expired ones too, as long as they are there: whoever asks knows what time it is. */
export async function readSignIn(query: Query, tokenHash: string): Promise<SignIn | null> {
  const row = await query
    .selectFrom('sign_in')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row === undefined ? null : signInOf(row);
}

/** Everywhere a person is signed in, the latest first; expired ones too. */
export async function readSignInsOf(query: Query, person: PersonId): Promise<readonly SignIn[]> {
  const rows = await query
    .selectFrom('sign_in')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map(signInOf);
}

function signInOf(row: SignInRow): SignIn {
  return {
    tokenHash: row.token_hash,
    personId: personId(row.person_id),
    createdAt: instant(row.created_at),
    expiresAt: instant(row.expires_at),
    userAgent: row.user_agent,
    address: row.address,
    lastSeenAt: instant(row.last_seen_at),
  };
}

import { sql } from 'kysely';
import type { Session } from '#core/sessions/session.ts';
import { type SessionId, type StationId, stationId, type TransactionId } from '#core/shared/ids.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { sessionOf } from './session-row.ts';

export async function sessionById(query: Query, id: SessionId): Promise<Session | null> {
  const row = await query.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : sessionOf(row);
}

/** A transaction belongs to one station; under another station's name it is not found. */
export async function sessionByTransaction(
  query: Query,
  station: StationId,
  transaction: TransactionId,
): Promise<Session | null> {
  const row = await query
    .selectFrom('session')
    .selectAll()
    .where('transaction_id', '=', transaction)
    .executeTakeFirst();
  return row === undefined || row.station_id !== station ? null : sessionOf(row);
}

export async function ownerOfTransaction(
  query: Query,
  transaction: TransactionId,
): Promise<StationId | null> {
  const row = await query
    .selectFrom('session')
    .select('station_id')
    .where('transaction_id', '=', transaction)
    .executeTakeFirst();
  return row === undefined ? null : stationId(row.station_id);
}

/** The sessions with these start keys, by their key. However many are asked for, it is the one statement. */
export async function sessionsByStartKey(
  query: Query,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Session>> {
  const wanted = sql<string>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`;
  const rows = await query.selectFrom('session').selectAll().where('start_key', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.start_key, sessionOf(row)]));
}

/** Sessions without an end, oldest first. */
export async function openSessions(query: Query): Promise<readonly Session[]> {
  const rows = await query
    .selectFrom('session')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(sessionOf);
}

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

export async function sessionByStartKey(query: Query, key: string): Promise<Session | null> {
  const row = await query.selectFrom('session').selectAll().where('start_key', '=', key).executeTakeFirst();
  return row === undefined ? null : sessionOf(row);
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

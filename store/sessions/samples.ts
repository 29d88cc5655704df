import { sql } from 'kysely';
import type { Sample } from '#core/sessions/sample.ts';
import { connectorId, type SessionId, sessionId, stationId } from '#core/shared/ids.ts';
import { amperes, instant, wattHours, watts } from '#core/shared/units.ts';
import { orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { inserting } from '../sqlite/table-write.ts';
import type { SampleRow } from './session-tables.ts';

const SAMPLES_PER_CHUNK = 5_000;

export const sampleWrite = inserting<SampleRow, Sample>({
  table: 'meter_sample',
  columns: {
    station_id: (sample) => sample.stationId,
    connector_id: (sample) => sample.connectorId,
    session_id: (sample) => sample.sessionId,
    at: (sample) => sample.at,
    received_at: (sample) => sample.receivedAt,
    register: (sample) => sample.register,
    power: (sample) => sample.power,
    current: (sample) => sample.current,
    state_of_charge: (sample) => sample.stateOfCharge,
    context: (sample) => sample.context,
    other: (sample) => sample.other,
  },
});

/** The latest samples of a session, newest first. The table has no index: its first sample bounds the look. */
export async function latestSamples(
  query: Query,
  session: SessionId,
  limit: number,
): Promise<readonly Sample[]> {
  const bound = await query
    .selectFrom('session')
    .select('first_sample_id')
    .where('id', '=', session)
    .executeTakeFirst();
  if (bound === undefined) return [];
  const rows = await query
    .selectFrom('meter_sample')
    .selectAll()
    .where('id', '>=', bound.first_sample_id)
    .where('session_id', '=', session)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(sampleOf);
}

/**
 * The samples of a session that hold something signed, in the order of arrival. They have an index of their own
 * (`signed_meter_sample`), which is used where the condition is written as it is there.
 */
export async function signedSamples(query: Query, session: SessionId): Promise<readonly Sample[]> {
  const rows = await query
    .selectFrom('meter_sample')
    .selectAll()
    .where('session_id', '=', session)
    .where(sql<boolean>`instr(other, '"signedData"') > 0`)
    .orderBy('id')
    .execute();
  return rows.map(sampleOf);
}

/** Samples of the sessions that are still open which came after these were saved, in the order of arrival. */
export async function* samplesOfOpenSessions(query: Query): AsyncGenerator<readonly Sample[]> {
  const open = await query
    .selectFrom('session')
    .select(['id', 'first_sample_id'])
    .where('ended_at', 'is', null)
    .execute();
  const ids = new Set(open.map((session) => session.id));
  let from = open.reduce(
    (least, session) => Math.min(least, session.first_sample_id),
    Number.POSITIVE_INFINITY,
  );
  if (!Number.isFinite(from)) return;
  for (;;) {
    const chunk = await query
      .selectFrom('meter_sample')
      .selectAll()
      .where('id', '>=', from)
      .orderBy('id')
      .limit(SAMPLES_PER_CHUNK)
      .execute();
    const last = chunk.at(-1);
    if (last === undefined) return;
    yield chunk.filter((row) => row.session_id !== null && ids.has(row.session_id)).map(sampleOf);
    from = last.id + 1;
  }
}

function sampleOf(row: SampleRow): Sample {
  return {
    stationId: stationId(row.station_id),
    connectorId: connectorId(row.connector_id),
    sessionId: orNull(row.session_id, sessionId),
    at: instant(row.at),
    receivedAt: instant(row.received_at),
    register: orNull(row.register, wattHours),
    power: orNull(row.power, watts),
    current: orNull(row.current, amperes),
    stateOfCharge: row.state_of_charge,
    context: row.context,
    other: row.other,
  };
}

import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { SessionFilter } from '#store/sessions/session-filter.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';
import { sendFile } from '../send-file.ts';
import { costsOf } from '../tariffs/session-cost-view.ts';
import { excelCsv, plainCsv, type SessionCsv } from './session-csv.ts';
import { sessionView } from './session-view.ts';

export interface SessionFile {
  readonly format: 'json' | 'csv' | 'csv-excel';
  readonly filter: SessionFilter;
  readonly language: 'de' | 'en';
}

/**
 * Writes all sessions that match as one file, page by page: a million sessions never stand in memory, and a
 * slow reader slows the reading, not the stations.
 */
export async function sendSessionFile(
  app: Application,
  reply: FastifyReply,
  file: SessionFile,
): Promise<void> {
  const ending = file.format === 'json' ? 'json' : 'csv';
  const parts = file.format === 'json' ? jsonParts(app, file) : csvParts(app, file);
  await sendFile(app, reply, {
    name: `ladehaus-sessions-${isoTime(app.clock.now()).slice(0, 10)}.${ending}`,
    type: file.format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
    body: Readable.from(parts, { highWaterMark: 2 }),
  });
}

async function* jsonParts(app: Application, { filter }: SessionFile): AsyncGenerator<string> {
  let lead = '[\n';
  for await (const sessions of app.store.reads.eachSession(filter)) {
    if (sessions.length === 0) continue;
    const costs = await costsOf(app, sessions);
    yield lead + sessions.map((session) => JSON.stringify(sessionView(app, session, costs))).join(',\n');
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}

async function* csvParts(
  app: Application,
  { format, filter, language }: SessionFile,
): AsyncGenerator<string> {
  const { region, timeZone } = app.desk.live.site;
  const csv: SessionCsv = format === 'csv' ? plainCsv() : excelCsv({ region, timeZone, language });
  yield csv.head();
  for await (const sessions of app.store.reads.eachSession(filter)) {
    const costs = await costsOf(app, sessions);
    yield csv.rows(sessions.map((session) => sessionView(app, session, costs)));
  }
}

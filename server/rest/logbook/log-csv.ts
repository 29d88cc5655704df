import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import type { LogFilter, StoredLogEntry } from '#store/logbook/log-entries.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';
import { sendFile } from '../send-file.ts';

const COLUMNS = [
  'id',
  'at',
  'kind',
  'level',
  'station',
  'connector',
  'session',
  'actor',
  'facts',
  'changed',
  'sha256',
] as const;

const PAGE = 500;

/**
 * Writes all entries that match as one file, newest first, page by page. What was said and changed stands there as JSON, as
 * it is sealed: a program can follow the chain.
 */
export async function sendLogFile(
  app: Application,
  reply: FastifyReply,
  filter: Omit<LogFilter, 'limit' | 'before'>,
): Promise<void> {
  await sendFile(app, reply, {
    name: `ladehaus-logbook-${isoTime(app.clock.now()).slice(0, 10)}.csv`,
    type: 'text/csv; charset=utf-8',
    body: Readable.from(parts(app, filter), { highWaterMark: 2 }),
  });
}

async function* parts(app: Application, filter: Omit<LogFilter, 'limit' | 'before'>): AsyncGenerator<string> {
  yield stringify([[...COLUMNS]]);
  let before: number | undefined;
  for (;;) {
    const entries = await app.store.reads.listLog({
      ...filter,
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    if (entries.length > 0) yield stringify(entries.map(cells));
    before = entries.at(-1)?.id;
    if (entries.length < PAGE) return;
  }
}

function cells({ id, entry, hash }: StoredLogEntry): readonly (string | number | null)[] {
  return [
    id,
    isoTime(entry.at),
    entry.kind,
    entry.level,
    safe(entry.stationId),
    entry.connectorId,
    entry.sessionId,
    safe(entry.actor),
    JSON.stringify(entry.facts),
    entry.changed.length === 0 ? null : JSON.stringify(entry.changed),
    hash,
  ];
}

/** A spreadsheet would take these for the beginning of a formula. */
function safe(text: string | null): string | null {
  return text !== null && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

import type { LogEntry as LogEntryView } from '#api/logbook.ts';
import { sessionId, stationId } from '#core/shared/ids.ts';
import type { LogFilter, StoredLogEntry } from '#store/logbook/log-entries.ts';
import type { Application } from '../../application.ts';
import { logLine } from '../../site/log-line.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from '../stations/station-handlers.ts';

const PAGE = 50;

export function logHandlers(app: Application): SomeHandlers<'listLog' | 'writeNote'> {
  return {
    async listLog({ query }) {
      const limit = query.limit ?? PAGE;
      const filter: LogFilter = {
        limit: limit + 1,
        ...(query.stationId === undefined ? {} : { stationId: stationId(query.stationId) }),
        ...(query.sessionId === undefined ? {} : { sessionId: sessionId(query.sessionId) }),
        ...(query.level === undefined ? {} : { level: query.level }),
        ...(query.cursor === undefined ? {} : { before: entryNumber(query.cursor) }),
      };
      const entries = await app.store.reads.listLog(filter);
      const items = entries.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map((entry) => logEntryView(app, entry)),
        next: entries.length > limit && last !== undefined ? String(last.id) : null,
      };
    },

    async writeNote({ body, caller }) {
      const about = body.stationId === undefined ? null : station(app, body.stationId).id;
      await app.desk.decide(() => ({
        value: undefined,
        changes: [
          logLine(app.clock.now(), 'note', {
            stationId: about,
            actor: caller.name,
            facts: { text: body.text.trim() },
          }),
        ],
        told: [{ kind: 'log' }],
      }));
      return { ok: true };
    },
  };
}

/** A line of the logbook as the API shows it. */
export function logEntryView(app: Application, { id, entry }: StoredLogEntry): LogEntryView {
  const { stationId: about } = entry;
  return {
    id,
    at: isoTime(entry.at),
    kind: entry.kind,
    level: entry.level,
    stationId: about,
    stationName: about === null ? null : (app.desk.live.stations.get(about)?.name ?? about),
    connectorId: entry.connectorId,
    sessionId: entry.sessionId,
    actor: entry.actor,
    facts: { ...entry.facts },
  };
}

function entryNumber(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new ApiProblem('invalid-cursor');
  return Number(cursor);
}

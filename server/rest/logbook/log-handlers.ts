import { sessionId, stationId } from '#core/shared/ids.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { LogFilter } from '#store/logbook/log-entries.ts';
import type { Application } from '../../application.ts';
import { logLine } from '../../site/log-line.ts';
import { ApiProblem, found } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { stationWithin } from '../stations/stations-within.ts';
import { within } from '../within.ts';
import { sendLogFile } from './log-csv.ts';
import { logEntryViews } from './log-view.ts';

const PAGE = 50;

export function logHandlers(
  app: Application,
): SomeHandlers<'listLog' | 'listLogActors' | 'writeNote' | 'supplementEntry'> {
  return {
    async listLog({ query, caller, reply }) {
      const filter: Omit<LogFilter, 'limit'> = {
        ...within(caller.scope('logbook.read')),
        ...(query.stationId === undefined ? {} : { stationId: stationId(query.stationId) }),
        ...(query.sessionId === undefined ? {} : { sessionId: sessionId(query.sessionId) }),
        ...(query.level === undefined ? {} : { level: query.level }),
        ...(query.actor === undefined ? {} : { actor: query.actor }),
        ...(query.changes === undefined ? {} : { withChanges: true }),
      };
      if (query.format === 'csv') {
        await sendLogFile(app, reply, filter);
        return ANSWERED;
      }
      const limit = query.limit ?? PAGE;
      const entries = await app.store.reads.listLog({
        ...filter,
        limit: limit + 1,
        ...(query.cursor === undefined ? {} : { before: entryNumber(query.cursor) }),
      });
      const items = entries.slice(0, limit);
      const last = items.at(-1);
      return {
        items: await logEntryViews(app, items),
        next: entries.length > limit && last !== undefined ? String(last.id) : null,
      };
    },

    async listLogActors({ caller }) {
      return {
        items: [...(await app.store.reads.logActors(within(caller.scope('logbook.read')).tenants ?? null))],
      };
    },

    async writeNote({ body, caller }) {
      const about =
        body.stationId === undefined
          ? null
          : stationWithin(app, { id: body.stationId, permission: 'logbook.write' }, caller).id;
      // What is about no station is about the whole site.
      if (about === null && !caller.can('logbook.write', ROOT_TENANT)) throw new ApiProblem('forbidden');
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

    async supplementEntry({ params, body, caller }) {
      const { id, entry } = found(
        await app.store.reads.logEntry(params.entryId),
        `log entry ${params.entryId}`,
      );
      const { tenantId, stationId: about, connectorId, sessionId: session } = entry;
      await app.desk.decide(() => ({
        value: undefined,
        changes: [
          logLine(app.clock.now(), 'supplement', {
            tenantId,
            stationId: about,
            connectorId,
            sessionId: session,
            actor: caller.name,
            facts: { entry: id, text: body.text.trim() },
          }),
        ],
        told: [{ kind: 'log' }],
      }));
      return { ok: true };
    },
  };
}

function entryNumber(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new ApiProblem('invalid-cursor');
  return Number(cursor);
}

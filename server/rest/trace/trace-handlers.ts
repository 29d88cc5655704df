import { isEmpty } from '#core/people/scope.ts';
import { stationId, type TenantId } from '#core/shared/ids.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { exportLines } from '../../trace/export-trace.ts';
import { readTrace, type TraceCursor } from '../../trace/pair-frames.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { sendEvents } from '../server-sent-events.ts';
import { onlyStationsWithin } from '../stations/stations-within.ts';

const PAGE = 500;
const MOST_EXPORTED = 5_000;
/** A window that cannot keep up with so much begins anew; it does not hold up the stations. */
const MOST_UNREAD_BYTES = 20_000_000;

export function traceHandlers(app: Application): SomeHandlers<'listTrace' | 'followTrace' | 'exportTrace'> {
  return {
    async listTrace({ query, caller }) {
      const page = await readTrace(app.store.reads, {
        ...seenStations(query.stationId, caller),
        cursor: query.cursor === undefined ? null : cursorOf(query.cursor),
        limit: query.limit ?? PAGE,
      });
      return { items: [...page.lines], next: page.next === null ? null : cursorText(page.next) };
    },

    async followTrace({ query, reply, caller }) {
      const { stationId: only } = seenStations(query.stationId, caller);
      const stream = sendEvents(
        app,
        { reply, caller, isPermitted: () => mayFollow(caller) },
        MOST_UNREAD_BYTES,
      );
      // The reader asks for what came before as soon as it knows that nothing is missed from now on.
      stream.send([]);
      stream.onClose(
        app.trace.watch(
          (id) => (only === undefined || id === only) && caller.can('stations.manage', tenantOf(id)),
          (lines) => stream.send(lines),
        ),
      );
      return ANSWERED;
    },

    async exportTrace({ query, reply, caller }) {
      const now = app.clock.now();
      const lines = await exportLines(app, {
        ...seenStations(query.stationId, caller),
        from: query.from === undefined ? 0 : Date.parse(query.from),
        to: query.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(query.to),
        limit: query.limit ?? MOST_EXPORTED,
      });
      const seen = new Set(lines.map((line) => line.stationId));
      reply.header(
        'content-disposition',
        `attachment; filename="ladehaus-messages-${fileTime(isoTime(now))}.json"`,
      );
      return {
        product: 'Ladehaus',
        version: app.version,
        exportedAt: isoTime(now),
        redacted: [
          'card numbers are shortened to their first and last two characters',
          'passwords and keys are masked',
          'names of people, stations and the site are taken out',
        ],
        stations: [...app.desk.live.stations.values()]
          .filter(({ id }) => seen.has(id))
          .map(({ id, identity }) => ({
            id,
            vendor: identity.vendor,
            model: identity.model,
            firmware: identity.firmware,
          })),
        lines,
      };
    },
  };

  /** Stations that were never adopted are at the root. */
  function tenantOf(id: string): TenantId {
    return app.desk.live.stations.get(stationId(id))?.tenantId ?? ROOT_TENANT;
  }

  /** Messages that a caller may see: of the station asked for, or of all within reach. */
  function seenStations(asked: string | undefined, caller: Caller) {
    if (asked === undefined)
      return { stationId: undefined, ...onlyStationsWithin(app, caller, 'stations.manage') };
    if (!caller.can('stations.manage', tenantOf(asked))) throw new ApiProblem('not-found', { detail: asked });
    return { stationId: stationId(asked) };
  }
}

function mayFollow(caller: Caller): boolean {
  return !isEmpty(caller.scope('stations.manage'));
}

/** `2026-11-21-083000`: colons are not allowed in file names on Windows. */
function fileTime(iso: string): string {
  return iso.slice(0, 19).replace('T', '-').replaceAll(':', '');
}

function cursorText({ before, shown }: TraceCursor): string {
  return Buffer.from(JSON.stringify([before, shown])).toString('base64url');
}

function cursorOf(text: string): TraceCursor {
  const parsed = parseJson(Buffer.from(text, 'base64url').toString());
  const [before, shown] = Array.isArray(parsed) ? (parsed as readonly unknown[]) : [];
  if (!Number.isSafeInteger(before) || !Array.isArray(shown)) throw new ApiProblem('invalid-cursor');
  return { before: Number(before), shown: shown.map(String) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { DecisionOrder, Stray as StrayView } from '#api/sessions.ts';
import type { DecisionWish } from '#core/sessions/decide-session.ts';
import type { Session } from '#core/sessions/session.ts';
import type { Stray } from '#core/sessions/stray.ts';
import { sessionId } from '#core/shared/ids.ts';
import { wattHours } from '#core/shared/units.ts';
import type { Application } from '../../application.ts';
import { dismissStray } from '../../sessions/dismiss-stray.ts';
import { settleSession } from '../../sessions/settle-session.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { onlyStationsWithin } from '../stations/stations-within.ts';
import { costsOf } from '../tariffs/session-cost-view.ts';
import { within } from '../within.ts';
import { sendSessionFile } from './send-session-file.ts';
import { cursorOf, cursorText, filterOf } from './session-query.ts';
import { sessionDetail, sessionView } from './session-view.ts';

type Names =
  | 'listSessions'
  | 'sessionTotals'
  | 'getSession'
  | 'decideSession'
  | 'listStrays'
  | 'dismissStray';

const PAGE = 50;
const MOST_STRAYS = 500;

export function sessionHandlers(app: Application): SomeHandlers<Names> {
  const { reads } = app.store;

  return {
    async listSessions({ query, reply, caller }) {
      const { format = 'page', sort = 'started-desc', limit = PAGE, cursor, language, ...wish } = query;
      const filter = { ...filterOf(wish), ...within(caller.scope('sessions.read')) };
      if (format !== 'page') {
        await sendSessionFile(app, reply, {
          format,
          filter,
          language: language ?? app.desk.live.site.language,
        });
        return ANSWERED;
      }
      const page = await reads.listSessions({
        ...filter,
        sort,
        limit,
        ...(cursor === undefined ? {} : { cursor: cursorOf(cursor) }),
      });
      const costs = await costsOf(app, page.items);
      return {
        items: page.items.map((session) => sessionView(app, session, costs)),
        next: page.next === null ? null : cursorText(page.next),
      };
    },

    async sessionTotals({ query, caller }) {
      const filter = { ...filterOf(query), ...within(caller.scope('sessions.read')) };
      const [totals, needsDecision] = await Promise.all([
        reads.totals(filter),
        reads.countSessions({ ...filter, state: 'needs-decision' }),
      ]);
      return { count: totals.count, energyWh: totals.settledEnergy, needsDecision };
    },

    getSession: async ({ params }) => sessionDetail(app, await session(params.sessionId)),

    async decideSession({ params, body, caller }) {
      const wished = await session(params.sessionId);
      const outcome = await settleSession(app, wished, { wish: wishOf(body), by: caller.name });
      switch (outcome.kind) {
        case 'decided':
          return sessionDetail(app, outcome.session);
        case 'not-in-doubt':
          throw new ApiProblem('session-not-in-doubt');
        case 'still-running':
          throw new ApiProblem('session-running');
        case 'no-figure':
          throw new ApiProblem('invalid-request', {
            detail: 'The meter gives no figure to accept; correct it.',
          });
      }
    },

    async listStrays({ caller }) {
      const only = onlyStationsWithin(app, caller, 'sessions.read');
      const strays = await reads.listStrays({ open: true, limit: MOST_STRAYS, ...only });
      return { items: strays.map((stray) => strayView(app, stray)) };
    },

    async dismissStray({ params, body, caller }) {
      const [known] = await reads.listStrays({ open: true, id: params.strayId, limit: 1 });
      const stray = found(known, `stray message ${params.strayId}`);
      return strayView(app, await dismissStray(app, stray, { note: body.note, by: caller.name }));
    },
  };

  async function session(id: number): Promise<Session> {
    const known = app.desk.live.sessions.byId(sessionId(id)) ?? (await reads.session(sessionId(id)));
    return found(known, `session ${id}`);
  }
}

function wishOf(order: DecisionOrder): DecisionWish {
  switch (order.kind) {
    case 'accept':
      return { kind: 'accept', note: order.note ?? '' };
    case 'correct':
      return { kind: 'correct', energy: wattHours(order.energyWh), note: order.note };
    case 'void':
      return { kind: 'void', note: order.note };
  }
}

function strayView(app: Application, stray: Stray): StrayView {
  const { id, stationId, connectorId, receivedAt, kind, transactionId, idTag, frame } = stray;
  return {
    id,
    stationId,
    stationName: app.desk.live.stations.get(stationId)?.name ?? stationId,
    connectorId,
    receivedAt: isoTime(receivedAt),
    kind,
    transactionId,
    idTag,
    frame,
  };
}

import type { OwnSession } from '#api/own.ts';
import { holdsAt } from '#core/access/assignment.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Session } from '#core/sessions/session.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTimeOrNull } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { cursorOf, cursorText } from '../sessions/session-query.ts';
import { sessionView } from '../sessions/session-view.ts';
import { type Costs, costsOf } from '../tariffs/session-cost-view.ts';

const PAGE = 50;

/** What whoever drives sees: by the driver that the person is linked to, and by nothing that is asked. */
export function ownHandlers(app: Application): SomeHandlers<'getOwn' | 'listOwnCards' | 'listOwnSessions'> {
  const { live } = app.desk;
  return {
    async getOwn({ caller }) {
      const driver = ownDriver(caller);
      return { driver: driver === null ? null : { id: driver.id, name: driver.name } };
    },

    async listOwnCards({ caller }) {
      const driver = ownDriver(caller);
      const now = app.clock.now();
      const own = new Set(
        [...live.access.assignments.values()]
          .filter((one) => driver !== null && one.driverId === driver.id && holdsAt(one, now))
          .map(({ cardId }) => cardId),
      );
      const cards = [...live.access.cards.values()].filter(
        ({ id, removedAt }) => removedAt === null && own.has(id),
      );
      return {
        items: cards.map(({ id, uid, label, blockedAt, expiresAt }) => ({
          id,
          uid,
          label,
          blockedAt: isoTimeOrNull(blockedAt),
          expiresAt: isoTimeOrNull(expiresAt),
        })),
      };
    },

    async listOwnSessions({ query: { cursor, limit = PAGE }, caller }) {
      const driver = ownDriver(caller);
      if (driver === null) return { items: [], next: null };
      const page = await app.store.reads.listSessions({
        driverId: driver.id,
        sort: 'started-desc',
        limit,
        ...(cursor === undefined ? {} : { cursor: cursorOf(cursor) }),
      });
      const costs = await costsOf(app, page.items);
      return {
        items: page.items.map((session) => ownSession(app, session, costs)),
        next: page.next === null ? null : cursorText(page.next),
      };
    },
  };

  /** As it is by now: whoever is linked to another driver sees that one's at once. A program drives nothing. */
  function ownDriver({ who }: Caller): Driver | null {
    if (who.kind !== 'person') return null;
    const id = live.people.get(who.person.id)?.driverId ?? null;
    return id === null ? null : (live.access.drivers.get(id) ?? null);
  }
}

function ownSession(app: Application, session: Session, costs: Costs): OwnSession {
  const { id, state, stationId, stationName, connectorId, cardUid, ...times } = sessionView(
    app,
    session,
    costs,
  );
  const { startedAt, endedAt, durationSeconds, measuredWh, energyWh, cost } = times;
  return {
    id,
    state,
    stationId,
    stationName,
    connectorId,
    cardUid,
    startedAt,
    endedAt,
    durationSeconds,
    measuredWh,
    energyWh,
    cost,
  };
}

import type { Overview } from '#api/overview.ts';
import { GROUP_OF_MARK, type Station as StationView } from '#api/stations.ts';
import { reaches, type Scope } from '#core/people/scope.ts';
import { measuredEnergy } from '#core/sessions/session.ts';
import type { Instant } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Period } from '#store/sessions/session-totals.ts';
import type { Application } from '../../application.ts';
import { daysBefore, startOfDay } from '../../site/local-day.ts';
import { isoTime } from '../iso-time.ts';
import { logEntryViews } from '../logbook/log-view.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { stationView } from '../stations/station-view.ts';
import { stationsWithin } from '../stations/stations-within.ts';
import { within } from '../within.ts';
import { attentionList, brokenLogbook } from './attention.ts';

const LOG_LINES = 8;

export function overviewHandlers(app: Application): SomeHandlers<'getOverview'> {
  return {
    async getOverview({ caller }) {
      await app.today.refresh();
      const stations = stationsWithin(app, caller, 'stations.read')
        .filter((station) => station.retiredAt === null)
        .map((station) => stationView(app, station, caller));
      const sessions = caller.scope('sessions.read');
      const entries = caller.scope('logbook.read');
      const [days, load, attention, log] = await Promise.all([
        todayAndLastWeek(app, sessions),
        app.load.lastHours(within(sessions).tenants),
        attentionList(app, stations, caller),
        app.store.reads.listLog({ limit: LOG_LINES, ...within(entries) }),
      ]);
      return {
        counts: countsOf(stations),
        stations: { online: stations.filter(({ online }) => online).length, total: stations.length },
        powerW: stations.reduce((sum, { powerW }) => sum + powerW, 0),
        ...days,
        load: load.map(({ at, powerW }) => ({ at: isoTime(at), powerW })),
        attention: [...(caller.can('logbook.read', ROOT_TENANT) ? brokenLogbook(app) : []), ...attention],
        log: await logEntryViews(app, log),
      };
    },
  };
}

function countsOf(stations: readonly StationView[]): Overview['counts'] {
  const counts = { free: 0, charging: 0, occupied: 0, fault: 0, offline: 0, closed: 0 };
  for (const { connectors } of stations) for (const { mark } of connectors) counts[GROUP_OF_MARK[mark]] += 1;
  return counts;
}

async function todayAndLastWeek(
  app: Application,
  scope: Scope,
): Promise<Pick<Overview, 'today' | 'lastWeek'>> {
  const now = app.clock.now();
  const { timeZone } = app.desk.live.site;
  const weekAgo = daysBefore(now, 7, timeZone);
  const [today, lastWeek] = await Promise.all([
    day(app, { from: startOfDay(now, timeZone), to: now, ...within(scope) }),
    day(app, { from: startOfDay(weekAgo, timeZone), to: weekAgo, ...within(scope) }),
  ]);
  return {
    today: { ...today, energyWh: today.energyWh + runningToday(app, startOfDay(now, timeZone), scope) },
    lastWeek,
  };
}

async function day(app: Application, period: Period) {
  const { count, energy } = await app.store.reads.daySummary(period);
  return { sessions: count, energyWh: energy };
}

/** The store knows running sessions only as they began. */
function runningToday(app: Application, from: Instant, scope: Scope): number {
  return app.desk.live.sessions
    .open()
    .filter(
      ({ start, doubts, tenantId }) => start.at >= from && doubts.length === 0 && reaches(scope, tenantId),
    )
    .reduce((sum, session) => sum + (measuredEnergy(session) ?? 0), 0);
}

import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/events.ts';
import type { RouteName } from '#api/routes.ts';

type Reason = LiveEvent['kind'] | 'after-own-change';

const ALL = 'all';

/** Which reads may answer differently after what happened. */
const STALE_AFTER: Readonly<Record<Reason, readonly RouteName[] | typeof ALL>> = {
  reset: ALL,
  'after-own-change': ALL,
  site: ALL,
  station: ['listStations', 'getStation', 'getOverview', 'listKnocks'],
  session: ['listSessions', 'sessionTotals', 'getSession', 'listStations', 'getStation', 'getOverview'],
  stray: ['listStrays', 'sessionTotals', 'getOverview'],
  card: ['listCards', 'listHeldCards', 'listStations'],
  'held-card': ['listHeldCards', 'listCards'],
  command: ['listCommands'],
  knock: ['listKnocks', 'getOverview'],
  log: ['listLog', 'getOverview'],
};

/** Reads again what is on the screen and may have changed; the rest is read when it is next looked at. */
export function refreshRoutes(client: QueryClient, ...reasons: readonly Reason[]): Promise<void> {
  const names = new Set<unknown>();
  for (const reason of reasons) {
    const stale = STALE_AFTER[reason];
    if (stale === ALL) return client.invalidateQueries();
    for (const name of stale) names.add(name);
  }
  return client.invalidateQueries({ predicate: (query) => names.has(query.queryKey[0]) });
}

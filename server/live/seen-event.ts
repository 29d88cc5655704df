import type { LiveEvent } from '#api/events.ts';
import type { Permission } from '#core/people/permission.ts';
import { isEmpty } from '#core/people/scope.ts';
import { sessionId, stationId } from '#core/shared/ids.ts';
import type { Caller } from '../people/caller.ts';
import type { LiveSite } from '../site/live-site.ts';

/** What of an event a caller may hear; null where it is none of the caller's business. */
export function seenEvent(live: LiveSite, event: LiveEvent, caller: Caller): LiveEvent | null {
  switch (event.kind) {
    case 'reset':
    case 'site':
    case 'card':
    case 'log':
    case 'sign-in':
      return event;
    case 'station':
    case 'configuration':
    case 'acceptance':
    case 'command':
      return seesStation(live, event.stationId, caller) ? event : null;
    case 'session':
      return seenSession(live, event, caller);
    case 'stray':
      return hasSomewhere(caller, 'sessions.read') ? event : null;
    case 'held-card':
    case 'access':
      return hasSomewhere(caller, 'access.read') ? event : null;
    case 'tariff':
      return hasSomewhere(caller, 'tariffs.read') ? event : null;
    case 'knock':
    case 'door':
      return hasSomewhere(caller, 'stations.manage') ? event : null;
    case 'client':
    case 'webhook':
      return hasSomewhere(caller, 'erp.manage') ? event : null;
  }
}

/** Whoever sees the station but not who charges there learns that the station has changed. */
function seenSession(
  live: LiveSite,
  event: Extract<LiveEvent, { readonly kind: 'session' }>,
  caller: Caller,
): LiveEvent | null {
  const session = live.sessions.byId(sessionId(event.sessionId));
  const tenant = session?.tenantId ?? live.stations.get(stationId(event.stationId))?.tenantId;
  if (tenant !== undefined && caller.can('sessions.read', tenant)) return event;
  if (session !== null && isOwn(caller, session.driverId)) return event;
  const { stationId: at } = event;
  return seesStation(live, at, caller) ? { kind: 'station', stationId: at } : null;
}

function isOwn({ who, scope }: Caller, driver: number | null): boolean {
  return (
    driver !== null && who.kind === 'person' && who.person.driverId === driver && !isEmpty(scope('own.read'))
  );
}

function seesStation(live: LiveSite, id: string, caller: Caller): boolean {
  const tenant = live.stations.get(stationId(id))?.tenantId;
  return tenant !== undefined && caller.can('stations.read', tenant);
}

function hasSomewhere(caller: Caller, permission: Permission): boolean {
  return !isEmpty(caller.scope(permission));
}

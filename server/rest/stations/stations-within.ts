import type { Permission } from '#core/people/permission.ts';
import { reaches } from '#core/people/scope.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem } from '../problem.ts';
import { station } from './named-station.ts';

/** The stations for which a caller has a permission, the retired ones too. */
export function stationsWithin(
  { desk }: Application,
  caller: Caller,
  permission: Permission,
): readonly Station[] {
  const scope = caller.scope(permission);
  return [...desk.live.stations.values()].filter(({ tenantId }) => reaches(scope, tenantId));
}

/** For a filter of the store: nothing where the permission reaches everywhere. */
export function onlyStationsWithin(
  app: Application,
  caller: Caller,
  permission: Permission,
): { readonly stationIds?: readonly StationId[] } {
  if (caller.scope(permission).kind === 'everywhere') return {};
  return { stationIds: stationsWithin(app, caller, permission).map(({ id }) => id) };
}

/** A station that a query or a body names. To whoever may not even see it, there is none. */
export function stationWithin(
  app: Application,
  { id, permission }: { readonly id: string; readonly permission: Permission },
  caller: Caller,
): Station {
  const named = station(app, id);
  if (caller.can(permission, named.tenantId)) return named;
  if (caller.can('stations.read', named.tenantId)) throw new ApiProblem('forbidden');
  throw new ApiProblem('not-found', { detail: `station ${id}` });
}

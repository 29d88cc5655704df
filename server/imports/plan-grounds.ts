import type { ImportKind } from '#core/imports/import-kind.ts';
import type { Scope } from '#core/people/scope.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Caller } from '../people/caller.ts';
import type { LiveSite } from '../site/live-site.ts';
import { mayCreate, permissionFor } from './facts-of-site.ts';

/** What a plan rests on besides its file: as long as this is the same, so is the plan. */
export interface PlanGrounds {
  readonly rights: string;
  readonly site: readonly unknown[];
}

/** What an import is judged on, as it is now. A record that changes is another one. */
export function planGrounds(
  live: LiveSite,
  { kind, tenantId }: { readonly kind: ImportKind; readonly tenantId: TenantId },
  caller: Caller,
): PlanGrounds {
  const scopes = [caller.scope(permissionFor(kind)), caller.scope('access.write')];
  return {
    rights: JSON.stringify([...scopes.map(nodesOf), mayCreate(caller, tenantId)]),
    site: [
      live.settings,
      live.access.revision,
      ...live.tenants.values(),
      ...live.people.values(),
      ...live.roles.values(),
      ...live.erp.clients.values(),
      ...live.erp.webhooks.values(),
      ...(kind === 'stations' ? stationParts(live) : []),
    ],
  };
}

/**
 * What the undoing of an import is judged on. Whatever it was about, a station that has been hung on one of its nodes or
 * put into one of its groups keeps that from going.
 */
export function undoGrounds(
  live: LiveSite,
  run: { readonly kind: ImportKind; readonly tenantId: TenantId },
  caller: Caller,
): PlanGrounds {
  const { rights, site } = planGrounds(live, run, caller);
  return {
    rights: JSON.stringify([rights, nodesOf(caller.scope('people.write'))]),
    site: [...site, ...hangingStations(live)],
  };
}

export function isSameGround(one: PlanGrounds, other: PlanGrounds): boolean {
  return (
    one.rights === other.rights &&
    one.site.length === other.site.length &&
    one.site.every((part, at) => part === other.site[at])
  );
}

function nodesOf(scope: Scope): readonly TenantId[] | null {
  return scope.kind === 'everywhere' ? null : [...scope.ids];
}

/** Where each station hangs: its own reports change none of this. */
function hangingStations({ stations }: LiveSite): readonly unknown[] {
  return [...stations.values()].flatMap(({ id, tenantId, groupIds, retiredAt }) => [
    id,
    tenantId,
    groupIds,
    retiredAt,
  ]);
}

/** Stations change by themselves all the time: only what a list can say of one counts. */
function stationParts({ stations }: LiveSite): readonly unknown[] {
  return [...stations.values()].flatMap((station) => [
    station.id,
    station.name,
    station.tenantId,
    station.groupIds,
    station.powerClass,
    station.maxPower,
    station.identity,
    station.inventory,
    station.retiredAt,
    station.lastSeenAt === null,
  ]);
}

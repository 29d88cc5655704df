import type { ImportFacts } from '#core/imports/import-facts.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import type { DayOrder } from '#core/imports/read-day.ts';
import type { Permission } from '#core/people/permission.ts';
import { reaches } from '#core/people/scope.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Caller } from '../people/caller.ts';
import type { LiveSite } from '../site/live-site.ts';
import { siteDays } from '../site/site-days.ts';
import { knownRecords } from './known-records.ts';

export interface ImportOptions {
  readonly createGroups: boolean;
  readonly createTenants: boolean;
  readonly emptyClears: boolean;
}

export interface FactsRequest {
  readonly kind: ImportKind;
  readonly tenantId: TenantId;
  readonly options: ImportOptions;
  readonly caller: Caller;
  readonly now: Instant;
  readonly asSeen: ImportFacts['asSeen'];
}

/** What an import is judged on, at the site as it is right now; it holds as long as its `planGrounds` do. */
export function factsOfSite(live: LiveSite, request: FactsRequest): ImportFacts {
  const { kind, tenantId, options, caller, now, asSeen } = request;
  const scope = caller.scope(permissionFor(kind));
  let madeUp = 0;
  const groupScope = caller.scope('access.write');
  return {
    now,
    days: siteDays(live.site.timeZone),
    order: dayOrder(live.site.region),
    tenantId,
    reaches: (tenant) => reaches(scope, tenant),
    groupsReach: (tenant) => reaches(groupScope, tenant),
    makes: {
      groups: options.createGroups && mayCreate(caller, tenantId).groups,
      tenants: options.createTenants && mayCreate(caller, tenantId).tenants,
    },
    emptyClears: options.emptyClears,
    by: caller.name,
    asSeen,
    tenants: live.tenants,
    groups: live.access.groups.values(),
    known: knownRecords(live),
    stations: live.stations.values(),
    rules: [...live.access.rules.values()],
    newId() {
      madeUp -= 1;
      return madeUp;
    },
  };
}

/** What somebody must be permitted where an import is to change something. */
export function permissionFor(kind: ImportKind): Permission {
  return kind === 'stations' ? 'stations.manage' : 'access.write';
}

/** Whether groups and tenants may be made where new things will hang. */
export function mayCreate(
  caller: Caller,
  tenantId: TenantId,
): { readonly groups: boolean; readonly tenants: boolean } {
  return { groups: caller.can('access.write', tenantId), tenants: caller.can('people.write', tenantId) };
}

function dayOrder(region: string): DayOrder {
  const parts = new Intl.DateTimeFormat(region).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') && parts[0] === 'month' ? 'month-first' : 'day-first';
}

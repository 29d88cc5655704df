import { importBench } from '#core/imports/import-bench.ts';
import { IMPORT_FIELDS, type ImportField, type ImportKind } from '#core/imports/import-kind.ts';
import { cardTexts } from '#core/imports/judge-card.ts';
import { driverTexts } from '#core/imports/judge-driver.ts';
import { stationTexts } from '#core/imports/judge-station.ts';
import { vehicleTexts } from '#core/imports/judge-vehicle.ts';
import type { Values } from '#core/imports/row-values.ts';
import { reaches, type Scope } from '#core/people/scope.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { knownRecords } from '../imports/known-records.ts';
import type { LiveSite } from '../site/live-site.ts';
import { siteDays } from '../site/site-days.ts';

export interface ListRows {
  readonly fields: readonly ImportField[];
  readonly rows: readonly Values[];
}

/** All of a kind that lies within a scope, in the fields that an import reads back. */
export function listRows(
  live: LiveSite,
  kind: ImportKind,
  { scope, now }: { readonly scope: Scope; readonly now: Instant },
): ListRows {
  const { cards, drivers, vehicles, groups } = live.access;
  const bench = importBench({
    now,
    days: siteDays(live.site.timeZone),
    order: 'day-first',
    tenantId: ROOT_TENANT,
    reaches: (tenant) => reaches(scope, tenant),
    groupsReach: () => false,
    makes: { groups: false, tenants: false },
    emptyClears: false,
    by: '',
    asSeen: null,
    tenants: live.tenants,
    groups: groups.values(),
    known: knownRecords(live),
    stations: [],
    rules: [],
    newId: () => 0,
  });
  const within = <Thing extends { readonly tenantId: TenantId; readonly removedAt?: Instant | null }>(
    things: Iterable<Thing>,
  ) =>
    [...things].filter(({ tenantId, removedAt }) => (removedAt ?? null) === null && reaches(scope, tenantId));
  const rows = {
    drivers: () => within(drivers.values()).map((driver) => driverTexts(bench, driver)),
    cards: () => within(cards.values()).map((card) => cardTexts(bench, card)),
    vehicles: () => within(vehicles.values()).map((vehicle) => vehicleTexts(bench, vehicle)),
    stations: () =>
      within(live.stations.values())
        .filter(({ retiredAt }) => retiredAt === null)
        .map((station) => stationTexts(bench, station)),
  };
  return { fields: IMPORT_FIELDS[kind], rows: rows[kind]() };
}

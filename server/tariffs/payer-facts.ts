import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { Session } from '#core/sessions/session.ts';
import type { GroupId } from '#core/shared/ids.ts';
import { powerClassOf } from '#core/stations/power-class.ts';
import type { Station } from '#core/stations/station.ts';
import type { ChargerFacts, PayerFacts } from '#core/tariffs/choose-tariff.ts';
import { pathOf } from '#core/tenants/tenant-tree.ts';
import type { LiveSite } from '../site/live-site.ts';

/** Who charges, as far as that decides the price. */
export interface Charging {
  readonly card: Card | null;
  readonly driver: Driver | null;
  readonly vehicle: Vehicle | null;
}

/** The same by their numbers, as sessions keep them. */
export function chargingBy(
  { access }: LiveSite,
  { cardId, driverId, vehicleId }: Pick<Session, 'cardId' | 'driverId' | 'vehicleId'>,
): Charging {
  return {
    card: cardId === null ? null : (access.cards.get(cardId) ?? null),
    driver: driverId === null ? null : (access.drivers.get(driverId) ?? null),
    vehicle: vehicleId === null ? null : (access.vehicles.get(vehicleId) ?? null),
  };
}

/** What a rule of who pays what looks at. */
export function payerFacts(live: LiveSite, station: Station, charging: Charging): PayerFacts {
  return { ...chargerFacts(live, charging), ...stationFacts(live, station) };
}

/** The same but for where somebody charges. */
export function chargerFacts(live: LiveSite, { card, driver, vehicle }: Charging): ChargerFacts {
  return {
    cardId: card?.id ?? null,
    driverId: driver?.id ?? null,
    userGroups: presentGroups(live, [
      ...(card?.groupIds ?? []),
      ...(driver?.groupIds ?? []),
      ...(vehicle?.groupIds ?? []),
    ]),
  };
}

/** The same of whoever is in one group and nothing else. */
export function groupFacts(live: LiveSite, station: Station, group: GroupId | null): PayerFacts {
  return {
    cardId: null,
    driverId: null,
    userGroups: group === null ? [] : [group],
    ...stationFacts(live, station),
  };
}

function stationFacts(
  live: LiveSite,
  station: Station,
): Pick<PayerFacts, 'stationGroups' | 'powerClass' | 'tenantPath'> {
  return {
    stationGroups: presentGroups(live, station.groupIds),
    powerClass: powerClassOf(station),
    tenantPath: pathOf(live.tenants, station.tenantId),
  };
}

function presentGroups({ access }: LiveSite, ids: readonly GroupId[]): readonly GroupId[] {
  return [...new Set(ids)].filter((id) => access.groups.get(id)?.removedAt === null);
}

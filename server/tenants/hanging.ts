import type { TenantId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/** How much hangs directly on a node, by kind; what has been retired or removed left out. */
export function hangingOn(live: LiveSite, id: TenantId) {
  const { drivers, vehicles, cards, groups, rules } = live.access;
  const { clients, webhooks } = live.erp;
  const count = (things: Iterable<Hung>): number =>
    [...things].filter(({ tenantId, removedAt }) => tenantId === id && removedAt === null).length;
  return {
    tenants: [...live.tenants.values()].filter(
      ({ parentId, removedAt }) => parentId === id && removedAt === null,
    ).length,
    stations: [...live.stations.values()].filter(
      ({ tenantId, retiredAt }) => tenantId === id && retiredAt === null,
    ).length,
    people: [...live.people.values()].filter(
      ({ tenantId, grants }) => tenantId === id || grants.some((grant) => grant.tenantId === id),
    ).length,
    roles: count(live.roles.values()),
    drivers: count(drivers.values()),
    vehicles: count(vehicles.values()),
    cards: count(cards.values()),
    groups: count(groups.values()),
    rules: count(rules.values()),
    clients: count(clients.values()),
    webhooks: count(webhooks.values()),
  };
}

interface Hung {
  readonly tenantId: TenantId;
  readonly removedAt: number | null;
}

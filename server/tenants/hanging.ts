import type { TenantId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/** The kinds of things that hang on nodes. */
export type HungKind =
  | 'tenant'
  | 'station'
  | 'person'
  | 'role'
  | 'driver'
  | 'vehicle'
  | 'card'
  | 'group'
  | 'rule'
  | 'tariff'
  | 'tariff-rule'
  | 'client'
  | 'webhook';

/**
 * How much hangs directly on a node, by kind; what has been retired or removed left out. `stays` leaves out what is
 * about to go.
 */
export function hangingOn(
  live: LiveSite,
  id: TenantId,
  stays: (of: HungKind, id: unknown) => boolean = () => true,
) {
  const { drivers, vehicles, cards, groups, rules } = live.access;
  const { clients, webhooks } = live.erp;
  const count = (of: HungKind, things: Iterable<Hung>): number =>
    [...things].filter((one) => one.tenantId === id && one.removedAt === null && stays(of, one.id)).length;
  return {
    tenants: [...live.tenants.values()].filter(
      (one) => one.parentId === id && one.removedAt === null && stays('tenant', one.id),
    ).length,
    stations: [...live.stations.values()].filter(
      (one) => one.tenantId === id && one.retiredAt === null && stays('station', one.id),
    ).length,
    people: [...live.people.values()].filter(
      ({ tenantId, grants }) => tenantId === id || grants.some((grant) => grant.tenantId === id),
    ).length,
    roles: count('role', live.roles.values()),
    drivers: count('driver', drivers.values()),
    vehicles: count('vehicle', vehicles.values()),
    cards: count('card', cards.values()),
    groups: count('group', groups.values()),
    rules: count('rule', rules.values()),
    tariffs: count('tariff', live.prices.tariffs.values()),
    tariffRules: count('tariff-rule', live.prices.rules.values()),
    clients: count('client', clients.values()),
    webhooks: count('webhook', webhooks.values()),
  };
}

interface Hung {
  readonly id: unknown;
  readonly tenantId: TenantId;
  readonly removedAt: number | null;
}

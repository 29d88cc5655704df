import type { TenantId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import type { RuleTarget } from '#core/tariffs/tariff-rule.ts';
import type { Caller } from '../../people/caller.ts';
import type { LiveSite } from '../../site/live-site.ts';
import { targetName } from '../../tariffs/terms-of-session.ts';

/** The name of a station to those who may see it; to others, nothing but that there is one. */
export function seenStation(caller: Caller, { name, tenantId }: Station): string {
  return caller.can('stations.read', tenantId) ? name : '';
}

/** What the target of a rule is called, to those who may see it; else empty. */
export function seenTarget(live: LiveSite, caller: Caller, target: RuleTarget): string {
  return mayName(live, caller, target) ? targetName(live, target) : '';
}

function mayName({ access }: LiveSite, caller: Caller, target: RuleTarget): boolean {
  const { cards, drivers, groups } = access;
  switch (target.kind) {
    case 'card':
      return mayRead(caller, cards.get(target.cardId));
    case 'driver':
      return mayRead(caller, drivers.get(target.driverId));
    case 'user-group':
    case 'station-group':
      return mayRead(caller, groups.get(target.groupId));
    case 'power-class':
    case 'site':
    case 'tenant':
    case 'default':
      return true;
  }
}

function mayRead(caller: Caller, thing: { readonly tenantId: TenantId } | undefined): boolean {
  return thing !== undefined && caller.can('access.read', thing.tenantId);
}

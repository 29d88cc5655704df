import type { PeopleFacts } from '#core/people/cover-grants.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { Caller } from './caller.ts';

/** What is known when a caller wants to change who may do what. */
export function peopleFacts(live: LiveSite, { can }: Caller): PeopleFacts {
  return {
    can,
    tree: live.tenants,
    ownRoles: live.roles,
    people: live.people,
    drivers: live.access.drivers,
    clients: live.erp.clients,
    webhooks: live.erp.webhooks,
  };
}

/** Whether something can be hung on a node: it is there, and has not been removed. */
export function isOpenTenant(live: LiveSite, id: TenantId): boolean {
  return live.tenants.get(id)?.removedAt === null;
}

import type { SignedIn, Site, Status } from '#api/site.ts';
import { PERMISSIONS } from '#core/people/permission.ts';
import type { Person } from '#core/people/person.ts';
import { isEmpty, scopeOf } from '#core/people/scope.ts';
import type { SiteSettings } from '#core/settings/site.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';

export function statusView(app: Application, person: Person | null): Status {
  const { settings } = app.desk.live;
  return {
    product: 'Ladehaus',
    version: app.version,
    setUp: settings !== null,
    demo: app.demo,
    language: settings?.language ?? 'en',
    serverTime: isoTime(app.clock.now()),
    signedInAs: person === null ? null : signedInView(app, person),
    client: null,
  };
}

function signedInView({ desk: { live } }: Application, person: Person): SignedIn {
  const facts = { grants: person.grants, ownRoles: live.roles, tree: live.tenants };
  const { failed } = live.signInHistoryOf(person.id);
  const reach = (permission: (typeof PERMISSIONS)[number]) => {
    const scope = scopeOf(facts, permission);
    if (scope.kind === 'everywhere') return 'everywhere';
    return isEmpty(scope) ? 'nowhere' : 'somewhere';
  };
  return {
    name: person.name,
    personId: person.id,
    tenantId: person.tenantId,
    grantedAt: [...new Set(person.grants.map(({ tenantId }) => tenantId))],
    driverId: person.driverId,
    permissions: Object.fromEntries(
      PERMISSIONS.map((permission) => [permission, reach(permission)]),
    ) as SignedIn['permissions'],
    mustChangePassword: person.mustChangePassword,
    failedSignIns: failed === null ? null : { count: failed.count, since: isoTime(failed.since) },
  };
}

export function siteView({ testToolForced }: Application, settings: SiteSettings): Site {
  const { setUpAt: _setUpAt, ...shown } = settings;
  return {
    ...shown,
    modulesOff: [...shown.modulesOff],
    lanTargets: [...shown.lanTargets],
    testToolForced,
  };
}

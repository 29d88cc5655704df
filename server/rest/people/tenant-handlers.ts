import type { Tenant as TenantView } from '#api/tenants.ts';
import { PERMISSIONS } from '#core/people/permission.ts';
import { reaches, type Scope } from '#core/people/scope.ts';
import { tenantId } from '#core/shared/ids.ts';
import type { Tenant } from '#core/tenants/tenant.ts';
import { pathOf } from '#core/tenants/tenant-tree.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { hangingOn } from '../../tenants/hanging.ts';
import { addTenant, changeTenant, removeTenant, type TenantOutcome } from '../../tenants/save-tenant.ts';
import type { CutTie } from '../../tenants/ties-cut.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

export function tenantHandlers(
  app: Application,
): SomeHandlers<'listTenants' | 'addTenant' | 'changeTenant' | 'removeTenant'> {
  const { live } = app.desk;
  return {
    async listTenants({ caller }) {
      const isWithin = whereSomethingIsPermitted(caller);
      const within = [...live.tenants.values()].filter(
        ({ id, removedAt }) => removedAt === null && isWithin(id),
      );
      const shown = new Set(within.flatMap(({ id }) => pathOf(live.tenants, id)));
      return {
        items: [...live.tenants.values()]
          .filter(({ id }) => shown.has(id))
          .map((tenant) => view(tenant, caller)),
      };
    },

    async addTenant({ body, caller }) {
      const { parentId, name, kind } = body;
      const wish = { parentId: tenantId(parentId), name: name.trim(), kind };
      return view(saved(await addTenant(app, wish, caller), caller), caller);
    },

    async changeTenant({ params, body, caller }) {
      const wish = {
        ...(body.name === undefined ? {} : { name: body.name.trim() }),
        ...(body.kind === undefined ? {} : { kind: body.kind }),
        ...(body.parentId === undefined ? {} : { parentId: tenantId(body.parentId) }),
      };
      const outcome = await changeTenant(app, tenantId(params.tenantId), { wish, by: caller });
      return view(saved(outcome, caller), caller);
    },

    async removeTenant({ params, caller }) {
      saved(await removeTenant(app, tenantId(params.tenantId), caller), caller);
      return { ok: true };
    },
  };

  function view(tenant: Tenant, caller: Caller): TenantView {
    const within = whereSomethingIsPermitted(caller)(tenant.id);
    return {
      id: tenant.id,
      parentId: tenant.parentId,
      name: tenant.name,
      kind: tenant.kind,
      addedAt: isoTime(tenant.addedAt),
      within,
      hanging: caller.can('people.read', tenant.id) ? hangingOn(live, tenant.id) : null,
    };
  }
}

/** Whoever only has a look at their own cards and sessions works at no node. */
function whereSomethingIsPermitted(caller: Caller): (id: Tenant['id']) => boolean {
  const scopes: readonly Scope[] = PERMISSIONS.filter((permission) => permission !== 'own.read').map(
    (permission) => caller.scope(permission),
  );
  return (id) => scopes.some((scope) => reaches(scope, id));
}

function saved(outcome: TenantOutcome, caller: Caller): Tenant {
  switch (outcome.kind) {
    case 'saved':
      return outcome.tenant;
    case 'no-such-tenant':
      throw new ApiProblem('not-found', { detail: 'tenant' });
    case 'not-permitted':
      throw new ApiProblem('forbidden');
    case 'beyond-own-rights':
      throw new ApiProblem('beyond-own-rights');
    case 'root-stays':
      throw new ApiProblem('root-stays');
    case 'within-itself':
      throw new ApiProblem('tenant-within-itself');
    case 'still-tied':
      throw new ApiProblem('tenant-tied', { ties: outcome.ties.map((tie) => tieView(tie, caller)) });
    case 'not-empty':
      throw new ApiProblem('tenant-not-empty', { detail: listed(outcome.hanging) });
  }
}

/** What holds something is named to those who may read it. */
function tieView({ to, name, what, count, tenantId: at }: CutTie, caller: Caller) {
  const isShown = caller.can(to === 'role' ? 'people.read' : 'access.read', at);
  return { to, name: isShown ? name : null, what, count };
}

/** `stations: 2, people: 1`. */
function listed(hanging: Readonly<Record<string, number>>): string {
  return Object.entries(hanging)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind}: ${count}`)
    .join(', ');
}

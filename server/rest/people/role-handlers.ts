import type { Role as RoleView } from '#api/roles.ts';
import { BUILT_IN_ROLES, type BuiltInRole, type OwnRole, type RoleKey, roleKey } from '#core/people/role.ts';
import { tenantId } from '#core/shared/ids.ts';
import { isWithin } from '#core/tenants/tenant-tree.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { addRole, changeRole, type RoleOutcome } from '../../people/save-role.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

export function roleHandlers(
  app: Application,
): SomeHandlers<'listRoles' | 'addRole' | 'changeRole' | 'removeRole'> {
  const { live } = app.desk;
  return {
    async listRoles({ caller }) {
      const nodes = [...live.tenants.keys()].filter((id) => caller.can('people.read', id));
      const own = [...live.roles.values()].filter(
        (role) =>
          role.removedAt === null &&
          nodes.some(
            (node) =>
              isWithin(live.tenants, node, role.tenantId) || isWithin(live.tenants, role.tenantId, node),
          ),
      );
      const builtIn = Object.keys(BUILT_IN_ROLES) as BuiltInRole[];
      return {
        items: [
          ...builtIn.map((key) => ({
            key,
            own: null,
            permissions: [...BUILT_IN_ROLES[key]],
            holders: holders(key, caller),
          })),
          ...own.map((role) => view(role, caller)),
        ],
      };
    },

    async addRole({ body, caller }) {
      const { name, permissions } = body;
      const wish = { tenantId: tenantId(body.tenantId), name: name.trim(), permissions };
      return view(saved(await addRole(app, wish, caller)), caller);
    },

    async changeRole({ params, body, caller }) {
      const wish = {
        ...(body.name === undefined ? {} : { name: body.name.trim() }),
        ...(body.permissions === undefined ? {} : { permissions: body.permissions }),
      };
      return view(saved(await changeRole(app, params.roleId, { wish, by: caller })), caller);
    },

    async removeRole({ params, caller }) {
      saved(await changeRole(app, params.roleId, { wish: { removed: true }, by: caller }));
      return { ok: true };
    },
  };

  function view(role: OwnRole, caller: Caller): RoleView {
    const { id, name, permissions } = role;
    return {
      key: roleKey(role),
      own: { id, tenantId: role.tenantId, name },
      permissions: [...permissions],
      holders: holders(roleKey(role), caller),
    };
  }

  function holders(key: RoleKey, caller: Caller): number {
    return [...live.people.values()].filter(
      ({ tenantId: home, grants }) =>
        caller.can('people.read', home) &&
        grants.some(({ tenantId: node, role }) => role === key && caller.can('people.read', node)),
    ).length;
  }
}

function saved(outcome: RoleOutcome): OwnRole {
  switch (outcome.kind) {
    case 'saved':
      return outcome.role;
    case 'no-such-tenant':
      throw new ApiProblem('not-found', { detail: 'tenant' });
    case 'not-permitted':
      throw new ApiProblem('forbidden');
    case 'beyond-own-rights':
      throw new ApiProblem('beyond-own-rights');
    case 'last-owner':
      throw new ApiProblem('last-owner');
    case 'in-use':
      throw new ApiProblem('role-in-use', { detail: outcome.by.join(', ') });
  }
}

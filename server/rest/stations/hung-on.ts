import { ruleLeftBehind } from '#core/access/rule-left-behind.ts';
import { type TenantId, tenantId } from '#core/shared/ids.ts';
import type { StationInventory } from '#core/stations/inventory.ts';
import type { PowerClass } from '#core/stations/power-class.ts';
import type { Station } from '#core/stations/station.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isOpenTenant } from '../../people/people-facts.ts';
import type { Hung } from '../../stations/adopt-station.ts';
import { groupsFor } from '../access/reach.ts';
import { ApiProblem } from '../problem.ts';

interface HungBody {
  readonly tenantId?: number | undefined;
  readonly groupIds?: readonly number[] | undefined;
  readonly powerClass?: PowerClass | null | undefined;
  readonly inventory?: StationInventory | undefined;
}

/** Where a station is to hang and what else is written down about it, once the caller may hang it there. */
export function hungOn(
  app: Application,
  { before, body }: { readonly before: Station | undefined; readonly body: HungBody },
  caller: Caller,
): Hung {
  const { groupIds, powerClass, inventory } = body;
  const node = body.tenantId === undefined ? undefined : openNode(app, body.tenantId, caller);
  if (before !== undefined && node !== undefined) mustStayWithinRules(app, before, node);
  return {
    ...(node === undefined ? {} : { tenantId: node }),
    ...groupsOf(app, { before, tenantId: node, groupIds }, caller),
    ...(powerClass === undefined ? {} : { powerClass }),
    ...(inventory === undefined ? {} : { inventory }),
  };
}

/** A node on which the caller may hang stations. */
export function openNode({ desk }: Application, id: number, caller: Caller): TenantId {
  const node = tenantId(id);
  if (isOpenTenant(desk.live, node) && caller.can('stations.manage', node)) return node;
  if (isOpenTenant(desk.live, node) && caller.can('stations.read', node)) throw new ApiProblem('forbidden');
  throw new ApiProblem('not-found', { detail: `tenant ${id}` });
}

/** One that a rule closes does not become open by moving away. */
function mustStayWithinRules({ desk }: Application, before: Station, to: TenantId): void {
  const { access, tenants: tree } = desk.live;
  const after = { ...before, tenantId: to };
  const rule = ruleLeftBehind([...access.rules.values()], { before, after }, { tree });
  if (rule !== null) throw new ApiProblem('other-branch', { detail: `access rule ${rule.id}` });
}

/** A station that moves stays in no group of the branch that it leaves. */
function groupsOf(
  app: Application,
  wish: {
    readonly before: Station | undefined;
    readonly tenantId: TenantId | undefined;
    readonly groupIds: readonly number[] | undefined;
  },
  caller: Caller,
): Pick<Hung, 'groupIds'> {
  const { before } = wish;
  const node = wish.tenantId ?? before?.tenantId ?? ROOT_TENANT;
  if (wish.groupIds === undefined && (before === undefined || node === before.tenantId)) return {};
  const known = before?.groupIds ?? [];
  const wished = wish.groupIds ?? known;
  return { groupIds: groupsFor(app, caller, { of: 'stations', node, before: known, wished }) };
}

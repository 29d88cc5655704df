import { type GroupId, groupId, type TenantId, tenantId } from '#core/shared/ids.ts';
import type { StationInventory } from '#core/stations/inventory.ts';
import type { PowerClass } from '#core/stations/power-class.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isOpenTenant } from '../../people/people-facts.ts';
import type { Hung } from '../../stations/adopt-station.ts';
import { ApiProblem } from '../problem.ts';

interface HungBody {
  readonly tenantId?: number | undefined;
  readonly groupIds?: readonly number[] | undefined;
  readonly powerClass?: PowerClass | null | undefined;
  readonly inventory?: StationInventory | undefined;
}

/** Where a station is to hang and what else is written down about it, once the caller may hang it there. */
export function hungOn(app: Application, body: HungBody, caller: Caller): Hung {
  const { groupIds, powerClass, inventory } = body;
  return {
    ...(body.tenantId === undefined ? {} : { tenantId: openNode(app, body.tenantId, caller) }),
    ...(groupIds === undefined ? {} : { groupIds: groupIds.map((id) => seenGroup(app, id, caller)) }),
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

function seenGroup({ desk }: Application, id: number, caller: Caller): GroupId {
  const group = desk.live.access.groups.get(groupId(id));
  if (group !== undefined && group.removedAt === null && group.of === 'stations')
    if (caller.can('access.read', group.tenantId)) return group.id;
  throw new ApiProblem('not-found', { detail: `group ${id}` });
}

import { powerClassOf } from '../stations/power-class.ts';
import type { Station } from '../stations/station.ts';
import { isWithin, type TenantTree } from '../tenants/tenant-tree.ts';
import type { AccessRule } from './access-rule.ts';

/** Whether a rule is about a station: it hangs on the rule's node or below, and all that the rule says of it fits. */
export function isAbout({ tenantId, where }: AccessRule, station: Station, tree: TenantTree): boolean {
  const { groupIds, powerClasses, stationIds } = where;
  return (
    fits(stationIds, (id) => id === station.id) &&
    fits(groupIds, (id) => station.groupIds.includes(id)) &&
    fits(powerClasses, (powerClass) => powerClass === powerClassOf(station)) &&
    isWithin(tree, station.tenantId, tenantId)
  );
}

/** An empty list says nothing. */
function fits<T>(named: readonly T[], isIt: (one: T) => boolean): boolean {
  return named.length === 0 || named.some(isIt);
}

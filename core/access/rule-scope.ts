import type { TenantId } from '../shared/ids.ts';
import { powerClassOf } from '../stations/power-class.ts';
import type { Station } from '../stations/station.ts';
import { pathOf, type TenantTree } from '../tenants/tenant-tree.ts';
import type { AccessRule } from './access-rule.ts';

/** Whether a rule is about a station: it hangs on the rule's node or below, and all that the rule says of it fits. */
export function isAbout(rule: AccessRule, station: Station, tree: TenantTree): boolean {
  return isAmong(rule, station, new Set(pathOf(tree, station.tenantId)));
}

/** The rules that are about a station, of many. */
export function rulesAbout(
  rules: Iterable<AccessRule>,
  station: Station,
  tree: TenantTree,
): readonly AccessRule[] {
  const above = new Set(pathOf(tree, station.tenantId));
  return [...rules].filter((rule) => rule.removedAt === null && isAmong(rule, station, above));
}

/** `above` is the station's node and everything above it. */
function isAmong({ tenantId, where }: AccessRule, station: Station, above: ReadonlySet<TenantId>): boolean {
  const { groupIds, powerClasses, stationIds } = where;
  return (
    fits(stationIds, (id) => id === station.id) &&
    fits(groupIds, (id) => station.groupIds.includes(id)) &&
    fits(powerClasses, (powerClass) => powerClass === powerClassOf(station)) &&
    above.has(tenantId)
  );
}

/** An empty list says nothing. */
function fits<T>(named: readonly T[], isIt: (one: T) => boolean): boolean {
  return named.length === 0 || named.some(isIt);
}

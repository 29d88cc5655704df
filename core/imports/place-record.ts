import type { Group, GroupOf } from '../access/group.ts';
import type { GroupId, TenantId } from '../shared/ids.ts';
import { isWithin } from '../tenants/tenant-tree.ts';
import { findGroups, findTenant } from './find-references.ts';
import type { ImportBench } from './import-bench.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import type { ImportedRecord } from './import-run.ts';
import { at, type Values } from './row-values.ts';

/** Where a record hangs and in which groups it is. */
export interface Place {
  readonly tenantId: TenantId;
  readonly groupIds: readonly GroupId[];
  readonly records: readonly ImportedRecord[];
  readonly problems: readonly ImportProblem[];
}

/** Where a record is to hang by what a row says; what it does not say stays as it is. */
export function placeRecord(
  bench: ImportBench,
  values: Values,
  { known, of }: { readonly known: Pick<Place, 'tenantId' | 'groupIds'> | null; readonly of: GroupOf },
): Place {
  const tenant =
    values.tenant === undefined
      ? { found: known?.tenantId ?? bench.facts.tenantId, records: [], problems: [] }
      : findTenant(bench, values.tenant);
  const tenantId = tenant.found ?? bench.facts.tenantId;
  const groups =
    values.groups === undefined
      ? { found: known?.groupIds ?? [], records: [], problems: [] }
      : findGroups(bench, values.groups, { of, near: tenantId });
  const groupIds = groups.found ?? [];
  const closed = closedGroups(bench, { before: known?.groupIds ?? [], after: groupIds });
  const foreign = groupIds
    .flatMap((id) => bench.group(id) ?? [])
    .filter((group) => !isAbove(bench, group.tenantId, tenantId));
  return {
    tenantId,
    groupIds,
    records: [...tenant.records, ...groups.records],
    problems: [
      ...tenant.problems,
      ...groups.problems,
      ...[...new Set([...closed, ...foreign])].map(({ name }) =>
        at('groups', finding('out-of-reach', null, name)),
      ),
    ],
  };
}

/** Groups that come or go although whoever imports may not fill them: who is in them decides who may charge. */
function closedGroups(
  bench: ImportBench,
  { before, after }: { readonly before: readonly GroupId[]; readonly after: readonly GroupId[] },
): readonly Group[] {
  const changed = [...before, ...after].filter((id) => before.includes(id) !== after.includes(id));
  return changed
    .flatMap((id) => bench.group(id) ?? [])
    .filter(({ tenantId }) => bench.facts.tenants.has(tenantId) && !bench.facts.groupsReach(tenantId));
}

/** A node that this very import makes is above nothing else. */
function isAbove({ facts }: ImportBench, above: TenantId, tenantId: TenantId): boolean {
  if (!facts.tenants.has(tenantId)) return true;
  return isWithin(facts.tenants, tenantId, above);
}

/** A record that whoever imports may not change. */
export function isOutOfReach({ facts }: ImportBench, tenantId: TenantId): boolean {
  return facts.tenants.has(tenantId) && !facts.reaches(tenantId);
}

export function outOfReach(): ImportProblem {
  return at(null, finding('out-of-reach'));
}

import type { Group, GroupOf } from '../access/group.ts';
import { type GroupId, groupId, type TenantId, tenantId } from '../shared/ids.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { pathOf } from '../tenants/tenant-tree.ts';
import { folded } from './folded.ts';
import type { ImportBench } from './import-bench.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import type { ImportedRecord } from './import-run.ts';
import { at } from './row-values.ts';

export interface References<Found> {
  readonly found: Found | null;
  /** What has to be made first. */
  readonly records: readonly ImportedRecord[];
  readonly problems: readonly ImportProblem[];
}

/** The node that a text names by its path or its name. An empty text names the node of the import. */
export function findTenant(bench: ImportBench, text: string): References<TenantId> {
  const { facts } = bench;
  if (text === '') return { found: facts.tenantId, records: [], problems: [] };
  const called = bench.tenantsCalled(text);
  const byPath = called.filter(({ id }) => folded(bench.tenantText(id)) === folded(text));
  const [only] = byPath.length === 1 ? byPath : called.length === 1 ? called : [];
  if (only !== undefined) return { found: only.id, records: [], problems: [] };
  if (called.length > 1)
    return { found: null, records: [], problems: [at('tenant', finding('ambiguous-tenant', null, text))] };
  if (!facts.makes.tenants)
    return { found: null, records: [], problems: [at('tenant', finding('unknown-tenant', null, text))] };
  return newTenants(bench, text);
}

function newTenants(bench: ImportBench, text: string): References<TenantId> {
  const { facts } = bench;
  const records: ImportedRecord[] = [];
  let parent = facts.tenantId;
  for (const name of text
    .split(' / ')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const known = records.length === 0 ? bench.childCalled(parent, name) : null;
    if (known !== null) {
      parent = known.id;
      continue;
    }
    const after: Tenant = {
      id: tenantId(facts.newId('tenant')),
      parentId: parent,
      name: name.slice(0, 100),
      kind: 'department',
      addedAt: facts.now,
      removedAt: null,
    };
    records.push({ of: 'tenant', before: null, after });
    parent = after.id;
  }
  return { found: parent, records, problems: [] };
}

/** The groups that a text names, with `;` between them. */
export function findGroups(
  bench: ImportBench,
  text: string,
  { of, near }: { readonly of: GroupOf; readonly near: TenantId },
): References<readonly GroupId[]> {
  const ids: GroupId[] = [];
  const records: ImportedRecord[] = [];
  const problems: ImportProblem[] = [];
  for (const name of namesIn(bench, text, of)) {
    const found = oneGroup(bench, name, { of, near });
    if (found === 'ambiguous') problems.push(at('groups', finding('ambiguous-group', null, name)));
    else if (found !== null) ids.push(found.id);
    else if (!bench.facts.makes.groups) problems.push(at('groups', finding('unknown-group', null, name)));
    else {
      const after = newGroup(bench, name, of);
      records.push({ of: 'group', before: null, after });
      ids.push(after.id);
    }
  }
  return { found: [...new Set(ids)], records, problems };
}

/** A name may hold a comma itself, so commas part names only where all parts are known. */
function namesIn(bench: ImportBench, text: string, of: GroupOf): readonly string[] {
  const isKnown = (name: string) => bench.groupsCalled(of, name).length > 0;
  if (text === '' || isKnown(text)) return text === '' ? [] : [text];
  const names = text.split(/[;|\n]/).flatMap((name) => {
    const parts = name.split(',').map((part) => part.trim());
    return !isKnown(name) && parts.length > 1 && parts.every(isKnown) ? parts : [name.trim()];
  });
  return [...new Map(names.filter((name) => name !== '').map((name) => [folded(name), name])).values()];
}

/** Of several with the name, the one nearest above the thing; none is nearest, and it is anybody's guess. */
function oneGroup(
  bench: ImportBench,
  name: string,
  { of, near }: { readonly of: GroupOf; readonly near: TenantId },
): Group | 'ambiguous' | null {
  const { facts } = bench;
  const path = pathOf(facts.tenants, near);
  const called = bench
    .groupsCalled(of, name)
    .filter(({ tenantId }) => facts.reaches(tenantId) || path.includes(tenantId));
  if (called.length <= 1) return called[0] ?? null;
  for (const node of path) {
    const here = called.filter(({ tenantId }) => tenantId === node);
    if (here.length === 1) return here[0] ?? null;
    if (here.length > 1) return 'ambiguous';
  }
  return 'ambiguous';
}

function newGroup({ facts }: ImportBench, name: string, of: GroupOf): Group {
  return {
    id: groupId(facts.newId('group')),
    of,
    tenantId: facts.tenantId,
    name: name.slice(0, 100),
    addedAt: facts.now,
    removedAt: null,
  };
}

/** Names of groups as `findGroups` reads them. */
export function groupsText(bench: ImportBench, ids: readonly GroupId[]): string {
  return ids.map((id) => bench.group(id)?.name ?? '').join('; ');
}

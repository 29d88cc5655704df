import type { Tenant } from '#api/tenants.ts';

export interface TenantRow extends Tenant {
  /** How far below the topmost one. */
  readonly depth: number;
}

/** The tree as rows from the top down, those of one parent by name. */
export function tenantRows(
  tenants: readonly Tenant[],
  compare: (a: string, b: string) => number,
): readonly TenantRow[] {
  const known = new Set(tenants.map(({ id }) => id));
  const below = (parentId: number | null, depth: number): readonly TenantRow[] =>
    tenants
      .filter((tenant) =>
        parentId === null
          ? tenant.parentId === null || !known.has(tenant.parentId)
          : tenant.parentId === parentId,
      )
      .toSorted((a, b) => compare(a.name, b.name))
      .flatMap((tenant) => [{ ...tenant, depth }, ...below(tenant.id, depth + 1)]);
  return below(null, 0);
}

/** Where a node can be moved: neither below itself nor where it is outside of one's reach. */
export function possibleParents(tenants: readonly Tenant[], id: number): readonly Tenant[] {
  const isBelow = (tenant: Tenant | undefined): boolean =>
    tenant !== undefined &&
    (tenant.id === id || isBelow(tenants.find((other) => other.id === tenant.parentId)));
  return tenants.filter((tenant) => tenant.within && !isBelow(tenant));
}

import type { TenantId } from '../shared/ids.ts';
import type { Tenant } from './tenant.ts';

/** All nodes by their number, the removed ones too. */
export type TenantTree = ReadonlyMap<TenantId, Tenant>;

/** The node and everything above it, upwards to the root. A node that is not there has no path. */
export function pathOf(tree: TenantTree, id: TenantId): readonly TenantId[] {
  const path: TenantId[] = [];
  let at: TenantId | null = id;
  // A node that were its own ancestor would otherwise never end; `canMove` lets none come about.
  while (at !== null && path.length <= tree.size) {
    const tenant: Tenant | undefined = tree.get(at);
    if (tenant === undefined) return [];
    path.push(at);
    at = tenant.parentId;
  }
  return path;
}

/** Whether a node is the other one or lies below it. */
export function isWithin(tree: TenantTree, id: TenantId, above: TenantId): boolean {
  return pathOf(tree, id).includes(above);
}

/** The nodes below which something no longer lies once it has been moved from one node to another. */
export function nodesLeft(tree: TenantTree, from: TenantId, to: TenantId): ReadonlySet<TenantId> {
  const stay = new Set(pathOf(tree, to));
  return new Set(pathOf(tree, from).filter((above) => !stay.has(above)));
}

/** The nodes and everything below them. */
export function subtreesOf(tree: TenantTree, roots: Iterable<TenantId>): ReadonlySet<TenantId> {
  const wanted = new Set(roots);
  const within = new Set<TenantId>();
  for (const id of tree.keys()) if (pathOf(tree, id).some((above) => wanted.has(above))) within.add(id);
  return within;
}

import { groupId, type TenantId } from '#core/shared/ids.ts';
import type { AccessCursor, AccessFilter, AccessPageWish } from '#store/access/access-search.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { nodesWhere } from '../nodes-where.ts';
import { ApiProblem } from '../problem.ts';

const PAGE = 50;

interface ListQuery {
  readonly search?: string;
  readonly tenantId?: number;
  readonly groupId?: number;
  readonly cursor?: string;
  readonly limit?: number;
}

/**
 * A list's query in the store's words, narrowed to what the caller may read. `idsOf` finds what a searched text is the
 * number of, in whatever way it is written.
 */
export function accessListRequest(
  app: Application,
  caller: Caller,
  { query, idsOf }: { readonly query: ListQuery; readonly idsOf: (text: string) => readonly number[] },
): AccessFilter & AccessPageWish {
  const { search, groupId: group, cursor, limit = PAGE } = query;
  const text = search?.trim() ?? '';
  return {
    tenantIds: nodesOf(app, caller, query.tenantId),
    limit,
    ...(text === '' ? {} : { search: { text, ids: idsOf(text) } }),
    ...(group === undefined ? {} : { groupId: groupId(group) }),
    ...(cursor === undefined ? {} : { cursor: accessCursorOf(cursor) }),
  };
}

/** The nodes whose things are listed; null for all there are. */
export function nodesOf(
  app: Application,
  caller: Caller,
  wished: number | undefined,
): readonly TenantId[] | null {
  return nodesWhere(app, caller, { permission: 'access.read', wished });
}

export function accessCursorText(cursor: AccessCursor | null): string | null {
  return cursor === null ? null : Buffer.from(JSON.stringify([cursor.name, cursor.id])).toString('base64url');
}

export function accessCursorOf(text: string): AccessCursor {
  const parts = partsOf(Buffer.from(text, 'base64url').toString());
  const [name, id] = Array.isArray(parts) ? parts : [];
  if (typeof name !== 'string' || typeof id !== 'number') throw new ApiProblem('invalid-cursor');
  return { name, id };
}

function partsOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

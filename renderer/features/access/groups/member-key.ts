import type { GroupMember } from '#api/groups.ts';

/** One text for one member, whatever its kind. */
export function memberKey({ kind, id }: Pick<GroupMember, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

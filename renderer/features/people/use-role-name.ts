import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Role } from '#api/roles.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { type Translate, useText } from '../../text/use-text.ts';

const BUILT_IN = ['owner', 'manager', 'accountant', 'technician', 'viewer', 'driver'] as const;
export type BuiltIn = (typeof BUILT_IN)[number];

/** A built-in role by its key; undefined for an own one. */
export function builtInOf(key: string): BuiltIn | undefined {
  return BUILT_IN.find((role) => role === key);
}

/** What a role is called: our word for a built-in one, its own name otherwise. */
export function roleName({ key, own }: Pick<Role, 'key' | 'own'>, t: Translate): string {
  const builtIn = builtInOf(key);
  return builtIn === undefined ? (own?.name ?? key) : t(`people.roleName.${builtIn}`);
}

/** Tells what a role is called by its key. */
export function useRoleName(): (key: string) => string {
  const { t } = useText();
  const roles = useQuery(apiQuery('listRoles', {})).data?.items;
  return useCallback(
    (key) => roleName(roles?.find((role) => role.key === key) ?? { key, own: null }, t),
    [roles, t],
  );
}

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Permission } from '#api/permissions.ts';
import { apiQuery } from './api-query.ts';

/** `somewhere` unless the whole site is asked for. */
export type May = (permission: Permission, where?: 'somewhere' | 'everywhere') => boolean;

/** Tells what whoever sits at this window may do, so that nothing is offered that would be refused. */
export function useMay(): May {
  const permissions = useQuery(apiQuery('status', {})).data?.signedInAs?.permissions;
  return useCallback(
    (permission, where = 'somewhere') => {
      const reach = permissions?.[permission] ?? 'nowhere';
      return reach === 'everywhere' || (where === 'somewhere' && reach === 'somewhere');
    },
    [permissions],
  );
}

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { apiQuery } from './api-query.ts';

/** Tells what a node of the tenant tree is called. */
export function useTenantName(): (id: number) => string {
  const tenants = useQuery(apiQuery('listTenants', {})).data?.items;
  return useCallback((id) => tenants?.find((tenant) => tenant.id === id)?.name ?? '–', [tenants]);
}

import { useQuery } from '@tanstack/react-query';
import { apiQuery } from './api-query.ts';

/** The topmost node where the reader may do something: new things hang there unless another is chosen. */
export function useHomeTenant(): number | null {
  const tenants = useQuery(apiQuery('listTenants', {})).data?.items ?? [];
  return tenants.find(({ within }) => within)?.id ?? null;
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ErpSearch, ErpTab } from '../../lib/page-search.ts';

/** Which requests of programs are shown. */
export type RequestFilter = Pick<ErpSearch, 'client' | 'failed'>;

/** Where somebody is among clients, webhooks, issuers and requests; all of it stands in the address. */
export function useErpPlace() {
  const navigate = useNavigate();
  const { tab = 'clients', open, ...filter }: ErpSearch = useSearch({ from: '/erp' });
  const of = (next: ErpTab) => (next === 'clients' ? {} : { tab: next });
  return {
    tab,
    opened: open,
    filter,
    toTab: (next: ErpTab) => void navigate({ to: '/erp', search: of(next) }),
    // Opening is a step to go back to; walking through the rows is not.
    open: (what: string) =>
      void navigate({
        to: '/erp',
        search: { ...of(tab), ...filter, open: what },
        replace: open !== undefined,
      }),
    close: () => void navigate({ to: '/erp', search: { ...of(tab), ...filter } }),
    narrow: (next: RequestFilter) =>
      void navigate({ to: '/erp', search: { ...of(tab), ...next }, replace: true }),
  };
}

export type ErpPlace = ReturnType<typeof useErpPlace>;

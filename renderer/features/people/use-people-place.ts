import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PeopleSearch, PeopleTab } from '../../lib/page-search.ts';

/** Where somebody is among people, roles and tenants; all of it stands in the address. */
export function usePeoplePlace() {
  const navigate = useNavigate();
  const { tab = 'people', open }: PeopleSearch = useSearch({ from: '/people' });
  const of = (next: PeopleTab) => (next === 'people' ? {} : { tab: next });
  return {
    tab,
    opened: open,
    toTab: (next: PeopleTab) => void navigate({ to: '/people', search: of(next) }),
    // Opening is a step to go back to; walking through the rows is not.
    open: (what: string) =>
      void navigate({ to: '/people', search: { ...of(tab), open: what }, replace: open !== undefined }),
    close: () => void navigate({ to: '/people', search: of(tab) }),
  };
}

export type PeoplePlace = ReturnType<typeof usePeoplePlace>;

import { useNavigate, useSearch } from '@tanstack/react-router';
import {
  type AccessFilter,
  type AccessTab,
  accessFilter,
  type CardsSearch,
  type Opened,
} from '../../lib/page-search.ts';

/** What the panel of a tab shows. */
export const SHOWN_BY = {
  cards: 'card',
  drivers: 'driver',
  vehicles: 'vehicle',
  groups: 'group',
  rules: 'rule',
} as const satisfies Readonly<Record<AccessTab, keyof CardsSearch>>;

/** Where somebody is among drivers and cards, and the ways from there: all of it stands in the address. */
export function useAccessPlace() {
  const navigate = useNavigate();
  const search = useSearch({ from: '/cards' });
  const tab = tabOf(search);
  const filter = accessFilter(search);
  const opened = search[SHOWN_BY[tab]];
  const go = (next: CardsSearch, replace: boolean) =>
    void navigate({ to: '/cards', search: { ...(tab !== 'cards' && { tab }), ...next }, replace });
  return {
    tab,
    search,
    filter,
    opened,
    toTab: (next: AccessTab) =>
      void navigate({ to: '/cards', search: next === 'cards' ? {} : { tab: next } }),
    // Opening and closing are steps to go back to; filters, searches and walking through the rows are not.
    open: (id: Opened) => go({ ...filter, [SHOWN_BY[tab]]: id }, typeof opened === 'number'),
    close: () => go(filter, false),
    narrow: (next: AccessFilter) =>
      go({ ...next, ...(opened !== undefined && { [SHOWN_BY[tab]]: opened }) }, true),
    hold: () => void navigate({ to: '/cards', search: { hold: true } }),
    addCard: (uid?: string) =>
      void navigate({ to: '/cards', search: { card: 'new', ...(uid !== undefined && { uid }) } }),
  };
}

function tabOf(search: CardsSearch): AccessTab {
  if (search.tab !== undefined) return search.tab;
  if (search.driver !== undefined) return 'drivers';
  if (search.vehicle !== undefined) return 'vehicles';
  if (search.group !== undefined) return 'groups';
  return search.rule === undefined ? 'cards' : 'rules';
}

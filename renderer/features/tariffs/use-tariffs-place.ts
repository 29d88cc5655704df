import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Opened, TariffsSearch, TariffTab } from '../../lib/page-search.ts';
import { usePanelFocus } from '../../ui/use-panel-focus.ts';

export type TariffsPlace = ReturnType<typeof useTariffsPlace>;

/** Where somebody is among tariffs and rules, and the ways from there: all of it stands in the address. */
export function useTariffsPlace() {
  const navigate = useNavigate();
  const search = useSearch({ from: '/tariffs' });
  const focus = usePanelFocus();
  const tab = search.tab ?? (search.rule === undefined ? 'tariffs' : 'payers');
  const inTab: TariffsSearch = tab === 'tariffs' ? {} : { tab };
  const isOpen = search.tariff !== undefined || search.rule !== undefined;
  const go = (next: TariffsSearch) =>
    void navigate({ to: '/tariffs', search: { ...inTab, ...next }, replace: isOpen });
  return {
    tab,
    search,
    wishFor: focus.wishFor,
    toTab: (next: TariffTab) =>
      void navigate({ to: '/tariffs', search: next === 'tariffs' ? {} : { tab: next } }),
    edit: (tariffId: number) =>
      void navigate({ to: '/tariffs/$tariffId', params: { tariffId: String(tariffId) } }),
    show: (next: Pick<TariffsSearch, 'tariff' | 'rule' | 'payer' | 'station'>) => {
      focus.stay();
      go(next);
    },
    fromFile: () => {
      focus.enter('file');
      go({ tariff: 'new', start: 'file' });
    },
    enter: (next: { readonly tariff?: number; readonly rule?: Opened }) => {
      focus.enter(String(next.tariff ?? next.rule));
      go(next);
    },
    close: () => {
      focus.stay();
      void navigate({ to: '/tariffs', search: inTab });
    },
  };
}

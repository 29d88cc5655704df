import { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { useAccessPlace } from './use-access-place.ts';

export type ListWalk = ReturnType<typeof useListWalk>;

/** How the rows of a tab open their panel: a click shows it, Enter moves into it, Esc comes back. */
export function useListWalk() {
  const place = useAccessPlace();
  const focus = usePanelFocus();
  return {
    place,
    wishFor: focus.wishFor,
    onSelect: ({ id }: { readonly id: number }) => {
      focus.stay();
      place.open(id);
    },
    onOpen: ({ id }: { readonly id: number }) => {
      focus.enter(id);
      place.open(id);
    },
    close: () => {
      focus.stay();
      place.close();
    },
  };
}

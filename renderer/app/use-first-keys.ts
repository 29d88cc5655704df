import { type RefObject, useEffect } from 'react';
import { paletteStore } from './palette-store.ts';

/**
 * The palette's field has the focus a moment after it is asked for. Whoever types on at once, as card readers that are
 * keyboards do, loses no letter, and none of them is a shortcut of the page behind.
 */
export function useFirstKeys(
  field: RefObject<HTMLInputElement | null>,
  type: (letter: string) => void,
): void {
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      // Asked of the store: the palette itself hears of it only once it is drawn.
      if (!paletteStore.getState().opened || document.activeElement === field.current) return;
      if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      type(event.key);
      field.current?.focus();
    };
    addEventListener('keydown', take, { capture: true });
    return () => removeEventListener('keydown', take, { capture: true });
  }, [field, type]);
}

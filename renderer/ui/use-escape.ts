import { useEffect, useRef } from 'react';
import { isTyping } from '../lib/is-typing.ts';

/** Escape, unless it belongs to a menu, a dialog or a field that lies above the page. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    // Before the menu hears it: afterwards nobody could tell any more that one was open.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || isTyping(event) || hasOpenMenu(event)) return;
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

/** The focus may still be on the button that opened the menu. */
function hasOpenMenu({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[aria-haspopup][aria-expanded="true"]') !== null;
}

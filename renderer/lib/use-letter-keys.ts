import { useEffect, useRef } from 'react';
import { isTyping } from './is-typing.ts';
import { useWindowState } from './window-state.ts';

/** Single keys of a page, off while somebody types and where they have been switched off (WCAG 2.1.4). */
export function useLetterKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const letterKeys = useWindowState((state) => state.letterKeys);
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    if (!letterKeys) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return;
      const action = current.current[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [letterKeys]);
}

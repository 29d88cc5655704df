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
      if (event.repeat || hasModifier(event) || isTyping(event)) return;
      const action = current.current[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [letterKeys]);
}

/** AltGr and Option are none where they only type a sign: many keyboards have brackets nowhere else. */
function hasModifier(event: KeyboardEvent): boolean {
  const isSign = event.key.length === 1 && !/[a-z0-9]/i.test(event.key);
  const typesSign = isSign && (event.getModifierState('AltGraph') || (event.altKey && !event.ctrlKey));
  return event.metaKey || (!typesSign && (event.ctrlKey || event.altKey));
}

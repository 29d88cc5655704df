import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { isTyping } from '../lib/is-typing.ts';
import { useWindowState } from '../lib/window-state.ts';
import { usePages } from './use-pages.ts';

const SECOND_KEY_MS = 1_200;

/** `g` and a letter go to a page: Ctrl 1…9 belongs to the browser. */
export function usePageKeys(): void {
  const navigate = useNavigate();
  const pages = usePages();
  const letterKeys = useWindowState((state) => state.letterKeys);
  // Outlives a list of pages that arrives between the two keys.
  const goUntilMs = useRef(0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!letterKeys || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.timeStamp < goUntilMs.current) {
        goUntilMs.current = 0;
        const page = pages.find(({ key }) => key === event.key.toLowerCase());
        if (page === undefined) return;
        event.preventDefault();
        // The page's own letters (`s` starts a session) must not hear the second key.
        event.stopImmediatePropagation();
        void navigate({ to: page.to, params: {}, search: {} });
      } else if (event.key === 'g') goUntilMs.current = event.timeStamp + SECOND_KEY_MS;
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [navigate, letterKeys, pages]);
}

import { type RefCallback, useCallback, useRef } from 'react';

/** Calls when the marked element comes near the screen. */
export function useEndInSight(onEnd: () => void): RefCallback<HTMLElement> {
  const latest = useRef(onEnd);
  latest.current = onEnd;
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) latest.current();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}

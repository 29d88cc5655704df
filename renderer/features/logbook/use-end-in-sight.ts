import { type RefCallback, useCallback, useEffect, useState } from 'react';

/** Calls when the marked element comes near the screen, and again with every new function while it stays there. */
export function useEndInSight(onEnd: (() => void) | undefined): RefCallback<HTMLElement> {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    if (inSight) onEnd?.();
  }, [inSight, onEnd]);
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver((seen) => setInSight(seen.at(-1)?.isIntersecting ?? false), {
      rootMargin: '600px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}

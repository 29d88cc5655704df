import { type RefCallback, useCallback, useRef, useState } from 'react';

/** Width of an element in px, followed while it changes. */
export function useWidth(): { readonly ref: RefCallback<HTMLElement>; readonly widthPx: number } {
  const [widthPx, setWidthPx] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element === null) return;
    setWidthPx(element.clientWidth);
    observer.current = new ResizeObserver(() => setWidthPx(element.clientWidth));
    observer.current.observe(element);
  }, []);
  return { ref, widthPx };
}

import { useEffect, useRef } from 'react';
import { TSV_TYPE } from '#api/imports.ts';

/** Cells that were copied in a spreadsheet come as a file of their own. */
export function pastedFile(text: string, name: string): File | null {
  return text.trim() === '' ? null : new File([text], name, { type: TSV_TYPE });
}

/** Ctrl/⌘ V anywhere on the page, unless it goes into a field. */
export function usePastedCells(onPaste: (text: string) => void): void {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const onEvent = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
      latest.current(event.clipboardData?.getData('text/plain') ?? '');
    };
    window.addEventListener('paste', onEvent);
    return () => window.removeEventListener('paste', onEvent);
  }, []);
}

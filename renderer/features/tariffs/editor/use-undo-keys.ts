import type { KeyboardEvent } from 'react';
import { isTyping } from '../../../lib/is-typing.ts';
import type { Draft } from './use-draft.ts';

/** Ctrl/⌘ Z takes back what was painted, with ⇧ or as Ctrl Y it comes again; a field keeps its own. */
export function useUndoKeys({ undo, redo }: Pick<Draft, 'undo' | 'redo'>): (event: KeyboardEvent) => void {
  return (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.nativeEvent)) return;
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    // Else the bar below would take back what it tells of, too.
    event.stopPropagation();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
}

import { useMemo } from 'react';
import { useText } from '../text/use-text.ts';
import { problemText } from './problem-text.ts';
import { type Notice, useUndoState } from './undo-state.ts';

/** Tells what was done, or why it could not be. */
export function useTell() {
  const { t } = useText();
  const show = useUndoState((state) => state.show);
  return useMemo(
    () => ({
      done: (text: string, undo?: Pick<Notice, 'undo' | 'undoLabel'>) =>
        show({ text, tone: 'done', ...undo }),
      failed: (error: Error) => show({ text: problemText(error, t), tone: 'failed' }),
    }),
    [show, t],
  );
}

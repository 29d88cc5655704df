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
      done: (text: string, more?: Pick<Notice, 'undo' | 'undoLabel' | 'action'>) =>
        show({ text, tone: 'done', ...more }),
      /** What could not be done, where there is no error of the API to tell it. */
      notDone: (text: string) => show({ text, tone: 'failed' }),
      failed: (error: Error) => show({ text: problemText(error, t), tone: 'failed' }),
    }),
    [show, t],
  );
}

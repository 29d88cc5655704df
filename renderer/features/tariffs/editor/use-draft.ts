import { useCallback, useEffect, useRef, useState } from 'react';
import type { TariffDetail } from '#api/tariffs.ts';
import { historyOf, redone, stepped, undone } from './history.ts';
import { modelOf } from './stored.ts';
import { type Change, type SaveState, useAutosave } from './use-autosave.ts';
import { type Work, workOn } from './work.ts';

export type Edit = (change: (work: Work) => Work, key?: string) => void;

export interface Draft extends Work {
  readonly name: string;
  readonly text: string;
  readonly rename: (changed: { readonly name?: string; readonly text?: string }) => void;
  readonly edit: Edit;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saveState: SaveState;
  /** Stores at once what is not stored yet, and says whether what is stored is what is here; `saveState` says what went wrong. */
  readonly saveNow: () => Promise<boolean>;
  /** Goes on from what somebody else has stored meanwhile; what was here is one step back. */
  readonly takeTheirs: () => void;
  /** Stores what is here in its place. */
  readonly keepMine: () => void;
}

/** A tariff on the table: begun from its draft, else from what is published last, and stored as it changes. */
export function useDraft(detail: TariffDetail): Draft {
  const [history, setHistory] = useState(() => historyOf(sheetOf(detail)));
  const { state: saveState, note, saveNow, take, keep, look, isNews } = useAutosave(detail);
  const isTouched = useRef(false);
  // Whoever only looks on follows what others store; whoever works on it is told.
  useEffect(() => {
    if (isTouched.current) {
      look(detail);
      return;
    }
    if (!isNews(detail)) return;
    setHistory(historyOf(sheetOf(detail)));
    take(detail);
  }, [detail, look, isNews, take]);
  const show = useCallback(
    (change: typeof undone<Sheet>) => {
      const next = change(history);
      if (next.now === history.now) return;
      isTouched.current = true;
      setHistory(next);
      note(changeTo(next.now, history.now));
    },
    [history, note],
  );
  const edit = useCallback<Edit>(
    (change, key) => show((before) => stepped(before, { ...before.now, ...change(before.now) }, key ?? null)),
    [show],
  );
  return {
    ...history.now,
    rename: (changed) =>
      show((before) => stepped(before, { ...before.now, ...changed }, Object.keys(changed).join())),
    edit,
    undo: useCallback(() => show(undone), [show]),
    redo: useCallback(() => show(redone), [show]),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    saveState,
    saveNow,
    takeTheirs: () => {
      if (saveState.kind !== 'overtaken') return;
      const { theirs } = saveState;
      setHistory(stepped(history, sheetOf(theirs), null));
      take(theirs);
    },
    keepMine: () => {
      if (saveState.kind !== 'overtaken') return;
      const { theirs } = saveState;
      void keep(theirs, changeTo(history.now, sheetOf(theirs)));
    },
  };
}

/** All of a tariff that is edited here. */
interface Sheet extends Work {
  readonly name: string;
  readonly text: string;
}

function sheetOf(detail: TariffDetail): Sheet {
  const { name, text } = detail;
  return { ...workOn(modelOf(detail)), name, text };
}

/** What is to be stored where it was otherwise before. A tariff without a name is not stored; the last one stays. */
function changeTo({ tariff, name, text }: Sheet, before: Sheet): Change {
  return {
    ...(tariff !== before.tariff && { draft: tariff }),
    ...(text !== before.text && { text }),
    ...(name !== before.name && name.trim() !== '' && { name: name.trim() }),
  };
}

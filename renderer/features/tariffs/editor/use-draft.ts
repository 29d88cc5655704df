import { useCallback, useState } from 'react';
import type { TariffDetail } from '#api/tariffs.ts';
import { historyOf, redone, stepped, undone } from './history.ts';
import { type SaveState, useAutosave } from './use-autosave.ts';
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
  /** Stores at once what is not stored yet, and says whether all of it is; `saveState` says what went wrong. */
  readonly saveNow: () => Promise<boolean>;
}

/** A tariff on the table: begun from its draft, else from what is published last, and stored as it changes. */
export function useDraft(detail: TariffDetail): Draft {
  const [history, setHistory] = useState(() => historyOf(workOn(modelOf(detail))));
  const [words, setWords] = useState({ name: detail.name, text: detail.text });
  const { state: saveState, note, saveNow } = useAutosave(detail.id);
  const show = useCallback(
    (change: typeof undone<Work>) => {
      const next = change(history);
      if (next.now === history.now) return;
      setHistory(next);
      note({ draft: next.now.tariff });
    },
    [history, note],
  );
  const edit = useCallback<Edit>(
    (change, key) => show((before) => stepped(before, change(before.now), key ?? null)),
    [show],
  );
  return {
    ...history.now,
    ...words,
    rename: (changed) => {
      const next = { ...words, ...changed };
      setWords(next);
      // A tariff without a name is not stored; the last one stays.
      note({ text: next.text, ...(next.name.trim() !== '' && { name: next.name.trim() }) });
    },
    edit,
    undo: useCallback(() => show(undone), [show]),
    redo: useCallback(() => show(redone), [show]),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    saveState,
    saveNow,
  };
}

function modelOf({ draft, scheduled, inForce, versions }: TariffDetail): Work['tariff'] {
  const model = draft ?? scheduled?.tariff ?? inForce?.tariff ?? versions[0]?.tariff;
  return model ?? NOTHING;
}

const NOTHING: Work['tariff'] = {
  currency: 'EUR',
  taxes: 'included',
  elements: [],
  minPrice: null,
  maxPrice: null,
  blocking: null,
  land: null,
};

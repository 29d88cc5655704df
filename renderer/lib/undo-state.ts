import { create } from 'zustand';

export interface Notice {
  readonly text: string;
  readonly tone: 'done' | 'failed';
  readonly undo?: () => void;
  readonly undoLabel?: string;
  /** Something to go on with, which is not undone by Ctrl/⌘ Z. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface UndoState {
  readonly notice: Notice | null;
  readonly show: (notice: Notice) => void;
  readonly dismiss: () => void;
}

/** The one thing just done, told at the foot of the window. */
export const useUndoState = create<UndoState>()((set) => ({
  notice: null,
  show: (notice) => set({ notice }),
  dismiss: () => set({ notice: null }),
}));

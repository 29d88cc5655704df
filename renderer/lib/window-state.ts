import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type LanguageCode = 'de' | 'en';
export type Density = 'compact' | 'comfortable';

interface WindowState {
  /** Language chosen in this window; null follows the site. */
  readonly language: LanguageCode | null;
  readonly density: Density;
  readonly railCollapsed: boolean;
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  readonly set: (change: Partial<Omit<WindowState, 'set'>>) => void;
}

/** What belongs to this window only and is kept in it; everything else comes from the API. */
export const useWindowState = create<WindowState>()(
  persist(
    (set) => ({
      language: null,
      density: 'compact',
      railCollapsed: false,
      letterKeys: true,
      set: (change) => set(change),
    }),
    { name: 'ladehaus-window', version: 1 },
  ),
);

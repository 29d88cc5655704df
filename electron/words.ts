import type { PageLook } from '#api/desktop.ts';
import type { Activity } from '#server/start.ts';
import { german } from './words-de.ts';
import { english } from './words-en.ts';

/** Everything the main process says to people: menu, tray, dialogs. */
export interface Words {
  readonly menu: Readonly<Record<MenuWord, string>>;
  readonly activity: (activity: Activity) => string;
  readonly quit: {
    readonly question: (runningSessions: number) => string;
    readonly detail: string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly closing: {
    readonly message: string;
    readonly detail: string;
    readonly understood: string;
    readonly quitInstead: string;
  };
  readonly leaving: {
    readonly message: string;
    readonly detail: string;
    readonly stay: string;
    readonly leave: string;
  };
  readonly crash: { readonly message: string; readonly detail: string; readonly reload: string };
  readonly refusedTitle: string;
}

export type MenuWord =
  | 'file'
  | 'edit'
  | 'view'
  | 'window'
  | 'help'
  | 'about'
  | 'openDataFolder'
  | 'copyStationAddress'
  | 'back'
  | 'overview'
  | 'open'
  | 'quit'
  | 'hide'
  | 'hideOthers'
  | 'showAll'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'fullScreen'
  | 'developerTools'
  | 'minimize'
  | 'closeWindow';

/** The words of a language. */
export function wordsIn(language: PageLook['language']): Words {
  return language === 'de' ? german : english;
}

/** The language of the system, until the page says which one its person chose. */
export function languageOf(locale: string): PageLook['language'] {
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}

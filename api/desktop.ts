// What the desktop's window hands to the page beside the API. Types only: in a browser there is no such thing.

/** The look the page is shown in, so that title bar, menu and tray speak and look alike. */
export interface PageLook {
  readonly language: 'de' | 'en';
  readonly appearance: 'light' | 'dark' | 'system';
}

export interface AppDescription {
  readonly version: string;
  readonly platform: 'windows' | 'macos' | 'linux';
}

/** A download that was written where the person chose. Its path stays in the main process. */
export interface SavedFile {
  readonly id: string;
  readonly fileName: string;
}

/** What the page sees as `window.ladehaus`; absent in a browser. */
export interface DesktopBridge {
  describeApp(): Promise<AppDescription>;
  /** False when the system has no program to show folders. */
  openDataFolder(): Promise<boolean>;
  /** False when this run of the program saved no such file. */
  showSavedFile(id: SavedFile['id']): Promise<boolean>;
  followPage(look: PageLook): Promise<null>;
  /** Returns the function that ends the subscription. */
  onFileSaved(listener: (file: SavedFile) => void): () => void;
}

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

/** Everything the page may ask of the desktop. All else goes over HTTP, like from any browser on the LAN. */
export interface Channels {
  readonly 'describe-app': { readonly argument: undefined; readonly answer: AppDescription };
  readonly 'open-data-folder': { readonly argument: undefined; readonly answer: boolean };
  readonly 'show-saved-file': { readonly argument: SavedFile['id']; readonly answer: boolean };
  readonly 'follow-page': { readonly argument: PageLook; readonly answer: null };
}

export type ChannelName = keyof Channels;
export type Argument<Name extends ChannelName> = Channels[Name]['argument'];
export type Answer<Name extends ChannelName> = Channels[Name]['answer'];

/** What the main process tells the page unasked. */
export const FILE_SAVED = 'file-saved';

/** The page is ours, but what it sends is still checked: a script smuggled into it must gain nothing here. */
export const accepts: { readonly [Name in ChannelName]: (value: unknown) => value is Argument<Name> } = {
  'describe-app': isNothing,
  'open-data-folder': isNothing,
  'show-saved-file': isSavedFileId,
  'follow-page': isPageLook,
};

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

function isNothing(value: unknown): value is undefined {
  return value === undefined;
}

function isSavedFileId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,9}$/.test(value);
}

function isPageLook(value: unknown): value is PageLook {
  if (typeof value !== 'object' || value === null) return false;
  if (!('language' in value) || !('appearance' in value)) return false;
  return (
    (value.language === 'de' || value.language === 'en') &&
    (value.appearance === 'light' || value.appearance === 'dark' || value.appearance === 'system')
  );
}

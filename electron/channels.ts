import type { AppDescription, PageLook, SavedFile } from '#api/desktop.ts';

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

import { app, type Session, type WebContents } from 'electron';
import { openExternal } from './open-external.ts';

/** Keeps every page the program ever shows on our own origin, without windows, frames or devices of its own. */
export function lockDownPages(origin: string): void {
  app.on('web-contents-created', (_event, contents) => {
    keepOnOrigin(contents, origin);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void openExternal(url);
      return { action: 'deny' };
    });
  });
}

/** Denies camera, location, notifications and all the rest; only the page's copy buttons may write text. */
export function denyPermissions(session: Session, origin: string): void {
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isCopyButton(permission, requestingOrigin, origin),
  );
  session.setPermissionRequestHandler((contents, permission, callback) =>
    callback(isCopyButton(permission, contents.getURL(), origin)),
  );
  session.setDevicePermissionHandler(() => false);
}

function keepOnOrigin(contents: WebContents, origin: string): void {
  const stayHome = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOnOrigin(event.url, origin)) event.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-redirect', stayHome);
}

function isCopyButton(permission: string, requester: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOnOrigin(requester, origin);
}

function isOnOrigin(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}

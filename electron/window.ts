import path from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import type { MemoryFile } from './desktop-memory.ts';
import { iconFile } from './icon-file.ts';
import { FIRST_SIZE, fitToDisplays, MIN_SIZE } from './window-place.ts';

/** Opens the one window, where it was left, on the server's own page (docs/adr: window on local HTTP). */
export function openWindow(uiUrl: string, memory: MemoryFile): BrowserWindow {
  const remembered = memory.read().windowPlace;
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const place = remembered === null ? null : fitToDisplays(remembered, workAreas);

  const window = new BrowserWindow({
    ...(place === null ? FIRST_SIZE : { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: app.name,
    icon: iconFile('icon.png'),
    show: false,
    // The menu is behind Alt on Windows and Linux; macOS has it in the menu bar.
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be fetched from the Internet.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (place?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  showOverview(window, uiUrl);
  return window;
}

/** Loads the first page. Through a promise nobody could act on: a page that fails to load shows its reason itself. */
export function showOverview(window: BrowserWindow, uiUrl: string): void {
  void window.loadURL(uiUrl);
}

/** Brings the window back from the tray, the task bar or behind other windows. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Keeps where the window stands now. */
export function rememberPlace(window: BrowserWindow, memory: MemoryFile): void {
  // The normal bounds, so that leaving full screen next time has somewhere to go.
  const { x, y, width, height } = window.getNormalBounds();
  memory.change({ windowPlace: { x, y, width, height, isMaximized: window.isMaximized() } });
}

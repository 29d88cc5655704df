import { app, clipboard, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { MenuWord, Words } from './words.ts';

export interface MenuTargets {
  readonly ocppUrl: string;
  readonly dataFolder: string;
  readonly goBack: () => void;
  readonly goToOverview: () => void;
}

/** Shows the menu in one language; called again when the page changes its language. */
export function setMenu(words: Words, targets: MenuTargets): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words.menu, targets)));
}

/** macOS has a menu of the program itself; elsewhere its entries stand under File and Help. */
function menuTemplate(text: Words['menu'], targets: MenuTargets): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  return [
    ...(isMac ? [programMenu(text)] : []),
    fileMenu(text, targets, isMac),
    editMenu(text),
    viewMenu(text, targets),
    { label: text.window, submenu: [item(text, 'minimize', 'minimize'), item(text, 'closeWindow', 'close')] },
    ...(isMac ? [] : [{ label: text.help, submenu: [item(text, 'about', 'about')] }]),
  ];
}

function programMenu(text: Words['menu']): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      item(text, 'about', 'about'),
      { type: 'separator' },
      item(text, 'hide', 'hide'),
      item(text, 'hideOthers', 'hideOthers'),
      item(text, 'showAll', 'unhide'),
      { type: 'separator' },
      item(text, 'quit', 'quit'),
    ],
  };
}

function fileMenu(text: Words['menu'], targets: MenuTargets, isMac: boolean): MenuItemConstructorOptions {
  return {
    label: text.file,
    submenu: [
      { label: text.copyStationAddress, click: () => clipboard.writeText(targets.ocppUrl) },
      { label: text.openDataFolder, click: () => void shell.openPath(targets.dataFolder) },
      ...(isMac ? [] : [{ type: 'separator' as const }, item(text, 'quit', 'quit')]),
    ],
  };
}

function editMenu(text: Words['menu']): MenuItemConstructorOptions {
  return {
    label: text.edit,
    submenu: [
      item(text, 'undo', 'undo'),
      item(text, 'redo', 'redo'),
      { type: 'separator' },
      item(text, 'cut', 'cut'),
      item(text, 'copy', 'copy'),
      item(text, 'paste', 'paste'),
      item(text, 'selectAll', 'selectAll'),
    ],
  };
}

/** The documentation of the API has no way back of its own. */
function viewMenu(text: Words['menu'], targets: MenuTargets): MenuItemConstructorOptions {
  return {
    label: text.view,
    submenu: [
      { label: text.back, accelerator: 'Alt+Left', click: targets.goBack },
      { label: text.overview, click: targets.goToOverview },
      item(text, 'reload', 'reload'),
      { type: 'separator' },
      item(text, 'zoomReset', 'resetZoom'),
      item(text, 'zoomIn', 'zoomIn'),
      item(text, 'zoomOut', 'zoomOut'),
      { type: 'separator' },
      item(text, 'fullScreen', 'togglefullscreen'),
      ...(app.isPackaged ? [] : [item(text, 'developerTools', 'toggleDevTools')]),
    ],
  };
}

type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** Electron's own entries act and have their usual keys, but are labelled in English only. */
function item(text: Words['menu'], word: MenuWord, role: Role): MenuItemConstructorOptions {
  return { label: text[word], role };
}

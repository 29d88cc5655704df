// Stands in for Electron in tests, because a machine without its binary cannot load it: records what our code
// asks for, and emits what Electron would. Each test file has a fresh one.
import { EventEmitter } from 'node:events';

export const calls: { name: string; args: readonly unknown[] }[] = [];

/** What was asked under this name, oldest first. */
export function callsOf(name: string): readonly (readonly unknown[])[] {
  return calls.filter((call) => call.name === name).map((call) => call.args);
}

/** What the people and the machine in front of the screen are like; tests change it. */
export const surroundings = {
  isFirstInstance: true,
  locale: 'en-GB',
  /** The button that is pressed in the next message box. */
  pressedButton: 0,
  documents: '/home/person/Documents',
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

export function resetFake(): void {
  calls.length = 0;
  for (const emitter of [app, powerMonitor, session.defaultSession]) emitter.removeAllListeners();
  channels.clear();
  Object.assign(surroundings, { isFirstInstance: true, locale: 'en-GB', pressedButton: 0 });
}

function record(name: string): (...args: readonly unknown[]) => void {
  return (...args) => {
    calls.push({ name, args });
  };
}

export const app = Object.assign(new EventEmitter(), {
  name: 'Ladehaus',
  isPackaged: true,
  getVersion: () => '0.1.0',
  getLocale: () => surroundings.locale,
  getPath: (name: string) => (name === 'documents' ? surroundings.documents : `/fake/${name}`),
  setPath: record('app.setPath'),
  requestSingleInstanceLock: () => surroundings.isFirstInstance,
  whenReady: () => Promise.resolve(),
  quit: record('app.quit'),
  exit: record('app.exit'),
});

export class WebContents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  address = '';

  getURL(): string {
    return this.address;
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  readonly send = record('webContents.send');
  readonly reload = record('webContents.reload');
}

export class BrowserWindow extends EventEmitter {
  static readonly opened: BrowserWindow[] = [];
  readonly options: Readonly<Record<string, unknown>>;
  readonly webContents = new WebContents();
  isHidden = true;
  minimized = false;
  maximized = false;
  bounds = { x: 100, y: 100, width: 1280, height: 840 };

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(address: string): Promise<void> {
    this.webContents.address = address;
    this.emit('ready-to-show');
    return Promise.resolve();
  }

  show(): void {
    this.isHidden = false;
  }

  hide(): void {
    this.isHidden = true;
  }

  restore(): void {
    this.minimized = false;
  }

  maximize(): void {
    this.maximized = true;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return this.bounds;
  }

  readonly focus = record('window.focus');
}

const channels = new Map<string, (event: unknown, argument: unknown) => unknown>();

export const ipcMain = {
  handle: (name: string, handler: (event: unknown, argument: unknown) => unknown) => {
    channels.set(name, handler);
  },
};

/** A page calls a channel, as ipcRenderer.invoke does. */
export async function invoke(
  name: string,
  event: { senderFrame: unknown },
  argument?: unknown,
): Promise<unknown> {
  const handler = channels.get(name);
  if (handler === undefined) throw new Error(`No handler for ${name}`);
  return handler(event, argument);
}

export interface MenuEntry {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly MenuEntry[];
  click?(): void;
}

export const Menu = {
  buildFromTemplate: (template: readonly MenuEntry[]) => template,
  setApplicationMenu: record('Menu.setApplicationMenu'),
};

export class Tray extends EventEmitter {
  static readonly shown: Tray[] = [];
  menu: readonly MenuEntry[] = [];
  toolTip = '';

  constructor(_image: unknown) {
    super();
    Tray.shown.push(this);
  }

  setToolTip(text: string): void {
    this.toolTip = text;
  }

  setContextMenu(menu: readonly MenuEntry[]): void {
    this.menu = menu;
  }
}

export const nativeImage = {
  createFromPath: (file: string) => ({ file, setTemplateImage: record('image.setTemplateImage') }),
};
export const nativeTheme = { themeSource: 'system' };
export const screen = { getAllDisplays: () => surroundings.displays };
export const clipboard = { writeText: record('clipboard.writeText') };

export const shell = {
  openExternal: async (address: string) => record('shell.openExternal')(address),
  openPath: async (file: string) => {
    record('shell.openPath')(file);
    return '';
  },
  showItemInFolder: record('shell.showItemInFolder'),
};

export const dialog = {
  showErrorBox: record('dialog.showErrorBox'),
  showMessageBox: async (...args: readonly unknown[]) => {
    record('dialog.showMessageBox')(...args);
    return { response: surroundings.pressedButton };
  },
  showMessageBoxSync: (...args: readonly unknown[]) => {
    record('dialog.showMessageBoxSync')(...args);
    return surroundings.pressedButton;
  },
};

export const powerMonitor = new EventEmitter();
export const powerSaveBlocker = {
  start: (kind: string) => {
    record('powerSaveBlocker.start')(kind);
    return callsOf('powerSaveBlocker.start').length;
  },
  stop: record('powerSaveBlocker.stop'),
};

type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
) => void;

class Session extends EventEmitter {
  checkPermission: PermissionCheck = () => true;
  requestPermission: PermissionRequest = (_contents, _permission, callback) => callback(true);
  checkDevice: () => boolean = () => true;
  readonly cookies = { set: async (cookie: unknown) => record('cookies.set')(cookie) };

  setPermissionCheckHandler(check: PermissionCheck): void {
    this.checkPermission = check;
  }

  setPermissionRequestHandler(request: PermissionRequest): void {
    this.requestPermission = request;
  }

  setDevicePermissionHandler(check: () => boolean): void {
    this.checkDevice = check;
  }
}

export const session = { defaultSession: new Session() };

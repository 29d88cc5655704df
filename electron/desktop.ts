import { app, dialog, nativeTheme, session, shell } from 'electron';
import { type RunningServer, type ServerConfig, startServer } from '#server/start.ts';
import { followActivity } from './activity.ts';
import { type AppDescription, FILE_SAVED, type PageLook } from './channels.ts';
import { openMemory } from './desktop-memory.ts';
import { askWhereToSave } from './downloads.ts';
import { handleChannel } from './handle-channel.ts';
import { hideOnClose } from './hide-on-close.ts';
import { denyPermissions, lockDownPages } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { guardSleep } from './power.ts';
import { guardQuit } from './quit.ts';
import { recoverPage } from './recover-page.ts';
import { signInWindow } from './sign-in-window.ts';
import { showTray } from './tray.ts';
import { openWindow, rememberPlace, showWindow } from './window.ts';
import { languageOf, wordsIn } from './words.ts';

/**
 * Starts the server and puts a window around it.
 * @returns how to bring the window back, or null when the server refused to start and the program is ending
 */
export async function openDesktop(config: ServerConfig): Promise<(() => void) | null> {
  const outcome = await startServer(config);
  if (outcome.kind === 'refused') {
    dialog.showErrorBox(wordsIn(languageOf(app.getLocale())).refusedTitle, outcome.message);
    app.exit(outcome.exitCode);
    return null;
  }
  return surround(outcome.server);
}

async function surround(server: RunningServer): Promise<() => void> {
  const { origin } = new URL(server.uiUrl);
  const memory = openMemory(server.dataFolder);
  // The page says later which language its person reads.
  let words = wordsIn(languageOf(app.getLocale()));

  lockDownPages(origin);
  denyPermissions(session.defaultSession, origin);
  await signInWindow(server, session.defaultSession);
  const window = openWindow(server.uiUrl, memory);
  const open = () => showWindow(window);

  hideOnClose({ window, memory, words: () => words });
  recoverPage(window, () => words);
  guardSleep(server);
  guardQuit({
    server,
    window,
    activity: followActivity(server),
    words: () => words,
    beforeLeaving: () => rememberPlace(window, memory),
  });

  setMenu(words, server);
  const redrawTray = showTray({ server, words: () => words, open });
  const downloads = askWhereToSave(session.defaultSession, memory, (file) =>
    window.webContents.send(FILE_SAVED, file),
  );

  handleChannel('describe-app', origin, describeApp);
  // openPath answers with a message when it fails, and with an empty one when it does not.
  handleChannel('open-data-folder', origin, async () => (await shell.openPath(server.dataFolder)) === '');
  handleChannel('show-saved-file', origin, (id) => downloads.show(id));
  handleChannel('follow-page', origin, ({ language, appearance }: PageLook) => {
    words = wordsIn(language);
    nativeTheme.themeSource = appearance;
    setMenu(words, server);
    redrawTray();
    return null;
  });
  return open;
}

function describeApp(): AppDescription {
  return { version: app.getVersion(), platform: platformName() };
}

function platformName(): AppDescription['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}

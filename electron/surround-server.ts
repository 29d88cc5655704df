import { app, nativeTheme, session, shell } from 'electron';
import type { RunningServer } from '#server/start.ts';
import { type AppDescription, FILE_SAVED, type PageLook } from './channels.ts';
import { openMemory } from './desktop-memory.ts';
import { askWhereToSave } from './downloads.ts';
import { followActivity } from './follow-activity.ts';
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
 * Puts window, menu, tray and channels around a running server.
 * @returns how to bring the window back
 */
export async function surroundServer(server: RunningServer): Promise<() => void> {
  const { origin } = new URL(server.uiUrl);
  const memory = openMemory(app.getPath('userData'));
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

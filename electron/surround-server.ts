import { app, nativeTheme, session, shell } from 'electron';
import type { AppDescription, PageLook } from '#api/desktop.ts';
import type { RunningServer } from '#server/start.ts';
import { askBeforeUnload } from './ask-before-unload.ts';
import { FILE_SAVED } from './channels.ts';
import { openMemory } from './desktop-memory.ts';
import { askWhereToSave } from './downloads.ts';
import { followActivity } from './follow-activity.ts';
import { handleChannel } from './handle-channel.ts';
import { hideOnClose } from './hide-on-close.ts';
import { denyPermissions, lockDownPages } from './lock-down.ts';
import { type MenuTargets, setMenu } from './menu.ts';
import { guardSleep } from './power.ts';
import { guardQuit } from './quit.ts';
import { recoverPage } from './recover-page.ts';
import { renewSignIn, signInWindow } from './sign-in-window.ts';
import { showTray } from './tray.ts';
import { openWindow, rememberPlace, showOverview, showWindow } from './window.ts';
import { languageOf, wordsIn } from './words.ts';

/** Looked at often, because long timers stand still while a computer sleeps. */
const RENEWAL_LOOK_MS = 60_000;

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
  const renew = renewSignIn({ server, session: session.defaultSession, now: Date.now });
  const renewQuietly = () =>
    void renew().catch((error: unknown) => console.error('The window was not signed in again:', error));
  const open = () => {
    renewQuietly();
    showWindow(window);
  };
  setInterval(renewQuietly, RENEWAL_LOOK_MS).unref();

  hideOnClose({ window, memory, words: () => words });
  recoverPage(window, () => words);
  askBeforeUnload(window, () => words);
  guardSleep(server);
  guardQuit({
    server,
    window,
    activity: followActivity(server),
    words: () => words,
    beforeLeaving: () => rememberPlace(window, memory),
  });

  const targets: MenuTargets = {
    ocppUrl: server.ocppUrl,
    dataFolder: server.dataFolder,
    goBack: () => window.webContents.navigationHistory.goBack(),
    goToOverview: () => showOverview(window, server.uiUrl),
  };
  setMenu(words, targets);
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
    setMenu(words, targets);
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

import { app, clipboard, Menu, nativeImage, Tray } from 'electron';
import type { Activity, RunningServer } from '#server/start.ts';
import { iconFile } from './icon-file.ts';
import type { Words } from './words.ts';

export interface TrayParts {
  readonly server: RunningServer;
  readonly words: () => Words;
  readonly open: () => void;
}

/** The icon that shows that the program runs while its window is hidden. Returns how to draw its menu anew. */
export function showTray({ server, words, open }: TrayParts): () => void {
  const tray = new Tray(trayImage());
  let activity: Activity = { connectedStations: 0, runningSessions: 0 };

  const draw = () => {
    const { menu, activity: sentence } = words();
    tray.setToolTip(`${app.name} – ${sentence(activity)}`);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: sentence(activity), enabled: false },
        { type: 'separator' },
        { label: menu.open, click: open },
        { label: menu.copyStationAddress, click: () => clipboard.writeText(server.ocppUrl) },
        { type: 'separator' },
        // Last and apart: a click meant for the entry above must not end the program.
        { label: menu.quit, click: () => app.quit() },
      ]),
    );
  };

  server.watchActivity((newest) => {
    activity = newest;
    draw();
  });
  tray.on('click', open);
  draw();
  return draw;
}

/** macOS colours a template image itself, dark or light like the menu bar. */
function trayImage(): Electron.NativeImage {
  if (process.platform !== 'darwin') return nativeImage.createFromPath(iconFile('tray.png'));
  const image = nativeImage.createFromPath(iconFile('trayTemplate.png'));
  image.setTemplateImage(true);
  return image;
}

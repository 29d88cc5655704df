import path from 'node:path';
import { app } from 'electron';
import type { ServerConfig } from '#server/config.ts';
import { startServer } from '#server/start.ts';
import { keepDesktopFilesIn } from './desktop-folder.ts';
import { endWithMessage } from './end-program.ts';
import { claimSingleInstance } from './single-instance.ts';
import { surroundServer } from './surround-server.ts';

/** Starts the server and puts a window around it; a second start on the same data only shows the first. */
export async function runDesktop(config: Omit<ServerConfig, 'rendererFolder' | 'version'>): Promise<void> {
  // Until the window is there a second start has nothing to show.
  let showWindow = () => {};
  keepDesktopFilesIn(config.dataFolder);
  if (!claimSingleInstance(() => showWindow())) return app.quit();

  await app.whenReady();
  const outcome = await startServer({
    ...config,
    rendererFolder: path.join(import.meta.dirname, '..', 'renderer'),
    version: app.getVersion(),
  });
  switch (outcome.kind) {
    case 'started':
      showWindow = await surroundServer(outcome.server);
      break;
    case 'refused':
      endWithMessage(outcome.message, outcome.exitCode);
      break;
  }
}

import { app, type BrowserWindow, dialog, powerMonitor } from 'electron';
import type { Activity, RunningServer } from '#server/start.ts';
import type { Words } from './words.ts';

export interface QuitParts {
  readonly server: RunningServer;
  readonly window: BrowserWindow;
  readonly activity: () => Activity;
  readonly words: () => Words;
  /** The last moment to remember things; the window still exists. */
  readonly beforeLeaving: () => void;
}

const LONGEST_STOP_MS = 5_000;

/** Asks before a quit that people would notice at the stations, and ends only after the server has closed. */
export function guardQuit(parts: QuitParts): void {
  // The question is asked once, however often somebody presses the keys meanwhile.
  let phase: 'running' | 'asking' | 'leaving' = 'running';
  let isShuttingDown = false;

  const leave = async () => {
    if (phase === 'leaving') return;
    phase = 'leaving';
    parts.beforeLeaving();
    try {
      await inTime(parts.server.stop());
      app.exit(0);
    } catch (error) {
      console.error('The server did not close properly:', error);
      app.exit(1);
    }
  };

  const askFirst = async () => {
    phase = 'asking';
    try {
      if (await mayLeave(parts)) await leave();
    } finally {
      // A question that could not be put is put again next time.
      if (phase === 'asking') phase = 'running';
    }
  };
  const leaveWithComputer = () => {
    isShuttingDown = true;
    void leave();
  };

  app.on('before-quit', (event) => {
    // Holding it up would hold up the whole computer.
    if (isShuttingDown) return;
    event.preventDefault();
    if (phase === 'running') void askFirst();
  });
  // Whoever shuts the computer down, or ends the program from a terminal, is not asked.
  powerMonitor.on('shutdown', leaveWithComputer);
  // Windows tells it to windows only.
  parts.window.on('session-end', leaveWithComputer);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave());
}

/** What has been told to stations is on the disk already: a server that does not close in time may be cut off. */
async function inTime(stopping: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not closed within ${LONGEST_STOP_MS} ms`)), LONGEST_STOP_MS);
  });
  try {
    await Promise.race([stopping, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function mayLeave({ activity, words }: QuitParts): Promise<boolean> {
  const { runningSessions } = activity();
  if (runningSessions === 0) return true;

  const { quit } = words();
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: quit.question(runningSessions),
    detail: quit.detail,
    buttons: [quit.cancel, quit.confirm],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

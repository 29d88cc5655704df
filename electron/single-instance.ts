import { app } from 'electron';

/**
 * True for the first program on this data folder. A second start ends here and makes the first one show itself.
 * @param showFirst called in the first program for each further start
 */
export function claimSingleInstance(showFirst: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', showFirst);
  // macOS: a click on the Dock icon while the program runs without a visible window.
  app.on('activate', showFirst);
  return true;
}

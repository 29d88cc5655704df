import { count } from './count.ts';
import type { Words } from './words.ts';

export const english: Words = {
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    about: 'About Ladehaus',
    openDataFolder: 'Open data folder',
    copyStationAddress: 'Copy station address',
    back: 'Back',
    overview: 'Overview',
    open: 'Open Ladehaus',
    quit: 'Quit Ladehaus',
    hide: 'Hide Ladehaus',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    reload: 'Reload',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    developerTools: 'Developer tools',
    minimize: 'Minimise',
    closeWindow: 'Close window',
  },
  activity: ({ connectedStations, runningSessions }) =>
    `${count(connectedStations, 'station', 'stations')} connected · ` +
    `${count(runningSessions, 'car', 'cars')} charging`,
  quit: {
    question: (running) =>
      running === 1
        ? 'A car is charging. Quit all the same?'
        : `${running} cars are charging. Quit all the same?`,
    detail:
      'They go on, but new cards are not checked until Ladehaus runs again. ' +
      'What the stations count until then, they hand in later.',
    confirm: 'Quit',
    cancel: 'Keep running',
  },
  closing: {
    message: 'Ladehaus keeps running',
    detail: 'The stations stay connected. You find Ladehaus in the notification area.',
    understood: 'Understood',
    quitInstead: 'Quit instead',
  },
  leaving: {
    message: 'Leave without saving?',
    detail: 'On this page stands what could not be saved. If you leave it, that is lost.',
    stay: 'Stay here',
    leave: 'Leave',
  },
  crash: {
    message: 'The display has crashed',
    detail: 'Your stations are not affected, they go on charging.',
    reload: 'Reload',
  },
  refusedTitle: 'Ladehaus cannot start',
};

import { count } from './count.ts';
import type { Words } from './words.ts';

export const german: Words = {
  menu: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    window: 'Fenster',
    help: 'Hilfe',
    about: 'Über Ladehaus',
    openDataFolder: 'Datenordner öffnen',
    copyStationAddress: 'Adresse für Ladestationen kopieren',
    back: 'Zurück',
    overview: 'Übersicht',
    open: 'Ladehaus öffnen',
    quit: 'Ladehaus beenden',
    hide: 'Ladehaus ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    reload: 'Neu laden',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    zoomReset: 'Originalgröße',
    fullScreen: 'Vollbild',
    developerTools: 'Entwicklerwerkzeuge',
    minimize: 'Minimieren',
    closeWindow: 'Fenster schließen',
  },
  activity: ({ connectedStations, runningSessions }) =>
    `${count(connectedStations, 'Station', 'Stationen')} verbunden · ` +
    `${count(runningSessions, 'Ladevorgang läuft', 'Ladevorgänge laufen')}`,
  quit: {
    question: (running) =>
      running === 1
        ? 'Ein Auto lädt gerade. Trotzdem beenden?'
        : `${running} Autos laden gerade. Trotzdem beenden?`,
    detail:
      'Sie laden weiter, aber neue Karten werden erst wieder geprüft, wenn Ladehaus läuft. ' +
      'Was die Stationen bis dahin zählen, reichen sie nach.',
    confirm: 'Beenden',
    cancel: 'Weiterlaufen lassen',
  },
  closing: {
    message: 'Ladehaus läuft weiter',
    detail: 'Die Stationen bleiben verbunden. Sie finden Ladehaus im Infobereich der Taskleiste.',
    understood: 'Verstanden',
    quitInstead: 'Stattdessen beenden',
  },
  leaving: {
    message: 'Ohne Speichern verlassen?',
    detail:
      'Auf dieser Seite steht etwas, das sich nicht speichern ließ. Verlassen Sie sie, geht es verloren.',
    stay: 'Hier bleiben',
    leave: 'Verlassen',
  },
  crash: {
    message: 'Die Anzeige ist abgestürzt',
    detail: 'Ihre Stationen sind nicht betroffen, sie laden weiter.',
    reload: 'Neu laden',
  },
  refusedTitle: 'Ladehaus kann nicht starten',
};

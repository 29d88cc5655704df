// Runs in the sandbox before the page. It hands over functions, never ipcRenderer itself.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { DesktopBridge, SavedFile } from '#api/desktop.ts';
import type { Answer, Argument, ChannelName } from './channels.ts';

const bridge: DesktopBridge = {
  describeApp: () => ask('describe-app', undefined),
  openDataFolder: () => ask('open-data-folder', undefined),
  showSavedFile: (id) => ask('show-saved-file', id),
  followPage: (look) => ask('follow-page', look),
  onFileSaved: (listener) => {
    const forward = (_event: IpcRendererEvent, file: SavedFile) => listener(file);
    ipcRenderer.on('file-saved', forward);
    return () => {
      ipcRenderer.off('file-saved', forward);
    };
  },
};

contextBridge.exposeInMainWorld('ladehaus', bridge);

function ask<Name extends ChannelName>(name: Name, argument: Argument<Name>): Promise<Answer<Name>> {
  return ipcRenderer.invoke(name, argument);
}

import path from 'node:path';
import { app, type Session, shell } from 'electron';
import type { SavedFile } from '#api/desktop.ts';
import type { MemoryFile } from './desktop-memory.ts';

export interface Downloads {
  /** Shows a saved file in its folder; false when this program did not save it. */
  show(id: SavedFile['id']): boolean;
}

/**
 * Lets people choose where an export goes, beginning where they saved the last one. The page learns a number
 * for each saved file and never a path, so that it can have shown only what it had exported.
 */
export function askWhereToSave(
  session: Session,
  memory: MemoryFile,
  whenSaved: (file: SavedFile) => void,
): Downloads {
  const saved = new Map<SavedFile['id'], string>();

  session.on('will-download', (_event, item) => {
    const folder = memory.read().saveFolder ?? app.getPath('documents');
    item.setSaveDialogOptions({ defaultPath: path.join(folder, item.getFilename()) });
    item.once('done', (_done, state) => {
      if (state !== 'completed') return;
      const file = item.getSavePath();
      const id = String(saved.size + 1);
      saved.set(id, file);
      memory.change({ saveFolder: path.dirname(file) });
      whenSaved({ id, fileName: path.basename(file) });
    });
  });

  return {
    show: (id) => {
      const file = saved.get(id);
      if (file === undefined) return false;
      shell.showItemInFolder(file);
      return true;
    },
  };
}

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseWindowPlace, type WindowPlace } from './window-place.ts';

/** What this computer's window remembers between starts. It is a comfort: losing it loses nothing. */
export interface DesktopMemory {
  readonly windowPlace: WindowPlace | null;
  /** Where the last export was saved. */
  readonly saveFolder: string | null;
  readonly knowsClosingHides: boolean;
}

export interface MemoryFile {
  read(): DesktopMemory;
  change(part: Partial<DesktopMemory>): void;
}

/** Opens desktop.json in the folder. A missing, damaged or unwritable file is the same as an empty one. */
export function openMemory(folder: string): MemoryFile {
  const file = path.join(folder, 'desktop.json');
  // The only copy that counts while the program runs, so that an unwritable disk does not undo a change.
  let memory = readMemory(file);
  return {
    read: () => memory,
    change: (part) => {
      memory = { ...memory, ...part };
      writeMemory(file, memory);
    },
  };
}

function readMemory(file: string): DesktopMemory {
  const stored = readJson(file);
  return {
    windowPlace: parseWindowPlace(stored.windowPlace),
    saveFolder: typeof stored.saveFolder === 'string' ? stored.saveFolder : null,
    knowsClosingHides: stored.knowsClosingHides === true,
  };
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}

function writeMemory(file: string, memory: DesktopMemory): void {
  try {
    writeFileSync(file, `${JSON.stringify(memory, null, 2)}\n`);
  } catch {
    // A full or read-only disk is the server's to report; a window place is not worth a message.
  }
}

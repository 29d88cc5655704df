import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { StoreFailure } from '#store/store-failure.ts';

/** The folder with photos and documents of stations, each under the SHA-256 of what is in it: the same bytes are one file. */
export interface DocumentFolder {
  /** Resolves when it is on the disk; rejects with a `StoreFailure` when the disk does not take it. */
  keep(sha256: string, bytes: Buffer): Promise<void>;
  /** Null when the file is not there, or not whole. */
  read(file: {
    readonly sha256: string;
    readonly bytes: number;
  }): Promise<{ readonly body: Readable; readonly bytes: number } | null>;
  /** The names of all files. */
  list(): Promise<readonly string[]>;
  remove(sha256: string): Promise<void>;
}

export function openDocumentFolder(dataFolder: string): DocumentFolder {
  const folder = join(dataFolder, 'documents');
  const pathOf = (sha256: string) => join(folder, sha256);
  const sizeOf = async (sha256: string) => (await stat(pathOf(sha256)).catch(() => null))?.size ?? null;

  return {
    async keep(sha256, bytes) {
      if ((await sizeOf(sha256)) === bytes.length) return;
      const part = `${pathOf(sha256)}.part`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeThrough(part, bytes);
        await rename(part, pathOf(sha256));
      } catch (error) {
        await rm(part, { force: true }).catch(() => {});
        throw new StoreFailure(isFull(error) ? 'disk-full' : 'io', error);
      }
    },

    async read({ sha256, bytes }) {
      if ((await sizeOf(sha256)) !== bytes) return null;
      return { body: createReadStream(pathOf(sha256)), bytes };
    },

    list: () => readdir(folder).catch(() => []),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

/** A part that was left when the program died is written anew. */
async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

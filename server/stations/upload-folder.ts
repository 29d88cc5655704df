import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { safeFileName } from '#core/shared/safe-file-name.ts';
import { multipartFile } from './multipart-file.ts';
import type { SentFile } from './upload-door.ts';

/** The most that one file may hold. */
export const LIMIT_BYTES = 100_000_000;
/** The oldest file makes room for the newest. */
const MOST_FILES = 200;

/** A file that has come whole, under a name of its own until it is known that it is still awaited. */
export interface SentPart {
  readonly kind: 'sent';
  readonly fileName: string;
  readonly bytes: number;
  /** Puts it where it is found. */
  keep(): Promise<void>;
  /** Forgets it, unless it was kept. */
  drop(): Promise<void>;
}

/** The folder with the files that stations have sent, each under the number of its upload. */
export interface UploadFolder {
  /** Throws when the file breaks off or the disk does not take it. */
  take(id: number, file: SentFile): Promise<SentPart | { readonly kind: 'too-large' }>;
  /** Null when the file is no longer there. */
  read(id: number): Promise<{ readonly body: Readable; readonly bytes: number } | null>;
  remove(id: number): Promise<void>;
}

export function openUploadFolder(dataFolder: string): UploadFolder {
  const folder = join(dataFolder, 'uploads');
  const pathOf = (id: number) => join(folder, String(id));

  return {
    async take(id, file) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Two tries of one station at once must not write into one file.
      const part = `${pathOf(id)}.${process.hrtime.bigint()}.part`;
      const drop = () => rm(part, { force: true });
      try {
        const written = await write(part, file.body);
        if (written === 'too-large') {
          await drop();
          return { kind: 'too-large' };
        }
        const inside = await multipartFile(part, file.contentType);
        const { size } = await stat(part);
        return {
          kind: 'sent',
          fileName: safeFileName(decoded(inside ?? file.name)) || 'upload.bin',
          bytes: size,
          async keep() {
            await rename(part, pathOf(id));
            await makeRoom();
          },
          drop,
        };
      } catch (error) {
        await drop();
        throw error;
      }
    },

    async read(id) {
      const found = await stat(pathOf(id)).catch(() => null);
      return found === null ? null : { body: createReadStream(pathOf(id)), bytes: found.size };
    },

    remove: (id) => rm(pathOf(id), { force: true }),
  };

  async function makeRoom(): Promise<void> {
    const ids = (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
    const old = ids.sort((a, b) => b - a).slice(MOST_FILES);
    for (const id of old) await rm(pathOf(id), { force: true });
  }
}

/** Written through to the disk before anybody is told that it is there. */
async function write(path: string, body: Readable): Promise<'written' | 'too-large'> {
  const handle = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > LIMIT_BYTES) return 'too-large';
      await handle.write(chunk);
    }
    await handle.sync();
    return 'written';
  } finally {
    await handle.close();
  }
}

/** The station may have sent any text. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

import path from 'node:path';

/** An icon's path, the same from the source folder and from inside the packaged program. */
export function iconFile(name: string): string {
  return path.join(import.meta.dirname, '..', '..', 'resources', 'icons', name);
}

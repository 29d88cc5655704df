import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder `resources` that came with the program. It is looked for upwards, as the program runs from its sources,
 * from one bundled file or from an installer's archive, each at another depth.
 */
export function resourcesFolder(from: string = import.meta.dirname): string {
  const found = join(from, 'resources');
  if (existsSync(join(found, 'passports'))) return found;
  const above = dirname(from);
  if (above === from) throw new Error('The folder "resources" of the program is missing');
  return resourcesFolder(above);
}

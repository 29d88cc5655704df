import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Passport } from '#core/stations/passport.ts';
import { type ReadPassport, readPassport } from '#core/stations/read-passport.ts';
import type { Log } from '../log.ts';
import { resourcesFolder } from '../resources-folder.ts';

/**
 * The passports that came with the program, and after them those that the site has put into `passports` of its data
 * folder: a later one stands over an earlier one. One that cannot be read is left out, and the log says why.
 */
export function loadPassports(dataFolder: string, log: Log): readonly Passport[] {
  return [join(resourcesFolder(), 'passports'), join(dataFolder, 'passports')].flatMap((folder) =>
    passportFiles(folder).flatMap((file) => {
      const read = readPassportFile(file);
      if (read.kind === 'passport') return [read.passport];
      log.warn({ file, problem: read.problem }, 'passport not read');
      return [];
    }),
  );
}

export function readPassportFile(file: string): ReadPassport {
  try {
    return readPassport(basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return { kind: 'wrong', problem: error instanceof Error ? error.message : String(error) };
  }
}

function passportFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name));
}

import { readFile } from 'node:fs/promises';
import type { SignedData } from '#ocpp/v16/signed-data.ts';
import { readArguments, USAGE } from './arguments.ts';
import { recordsIn } from './read-records.ts';
import { reportOn } from './report.ts';

/** What a call of `npm run ocmf` ends with. */
export interface OcmfOutcome {
  /** 0 when all is signed by the key and begin and end count, 1 when not, 2 when the arguments or a file are wrong. */
  readonly exitCode: 0 | 1 | 2;
  /** For stdout where the exit code is 0 or 1, else one line for stderr. */
  readonly text: string;
}

export async function runOcmf(argv: readonly string[]): Promise<OcmfOutcome> {
  const command = readArguments(argv);
  switch (command.kind) {
    case 'help':
      return { exitCode: 0, text: USAGE };
    case 'wrong':
      return { exitCode: 2, text: command.problem };
    case 'verify': {
      const { files, key } = command.wish;
      const records: SignedData[] = [];
      for (const file of files) {
        const read = await readRecords(file);
        if (typeof read === 'string') return { exitCode: 2, text: `${file} cannot be read: ${read}` };
        records.push(...read);
      }
      const report = reportOn(records, key);
      return { exitCode: report.verdict === 'verified' ? 0 : 1, text: JSON.stringify(report, null, 2) };
    }
  }
}

/** The records of a file, or in words why there are none. */
async function readRecords(file: string): Promise<readonly SignedData[] | string> {
  try {
    const bytes = await readFile(file);
    return bytes.toString('utf8').trim() === '' ? 'it is empty' : recordsIn(bytes);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

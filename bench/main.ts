import { writeFile } from 'node:fs/promises';
import { readBenchArguments } from './arguments.ts';
import { measureAll } from './measure-all.ts';
import { printReport } from './print-report.ts';

/** `npm run bench [-- --quick] [-- --json FILE]`; with `--role` one of the programs that it runs beside itself. */
async function main(argv: readonly string[]): Promise<void> {
  const [option, role] = argv;
  if (option === '--role') return play(role);
  const { scale, jsonFile } = readBenchArguments(argv);
  const figures = await measureAll(scale, (line) => console.info(line));
  printReport(figures);
  if (jsonFile !== null) await writeFile(jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
}

async function play(role: string | undefined): Promise<void> {
  switch (role) {
    case 'load':
      await import('./load/load-generator.ts');
      return;
    case 'echo':
      await import('./peers/echo-server.ts');
      return;
    case 'strict-rpc':
      await import('./peers/strict-rpc-server.ts');
      return;
    default:
      throw new Error(`There is no role ${role}`);
  }
}

await main(process.argv.slice(2));

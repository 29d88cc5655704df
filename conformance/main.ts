import { writeFile } from 'node:fs/promises';
import { type ConformanceArguments, readArguments, USAGE } from './arguments.ts';
import { isAllPassed, lastLine, reportLines } from './harness/print-report.ts';
import { runSuite, unknownIds } from './run-suite.ts';
import { sweep, sweepLine } from './sweep.ts';

/** `npm run conformance`: exit code 0 when everything passed, 1 when not, 64 when the arguments are wrong. */
async function main(argv: readonly string[]): Promise<number> {
  const wish = understood(argv);
  if (typeof wish === 'string') {
    const isHelp = argv.includes('--help');
    (isHelp ? console.info : console.error)(wish);
    return isHelp ? 0 : 64;
  }
  const report = await runSuite({ only: wish.only });
  if (wish.jsonFile !== null) await writeFile(wish.jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  for (const line of reportLines(report)) console.info(line);
  const missed = wish.sweep
    ? await sweep([...report.cases, ...report.rules], {
        onMissed: (one) => console.info(sweepLine(one)),
      })
    : [];
  console.info(lastLine(report));
  return isAllPassed(report) && missed.every(({ noticedBy }) => noticedBy !== null) ? 0 : 1;
}

function understood(argv: readonly string[]): ConformanceArguments | string {
  try {
    const wish = readArguments(argv);
    if (wish === null) return USAGE;
    const unknown = unknownIds(wish.only ?? new Set());
    return unknown.length === 0 ? wish : `There is no ${unknown.join(', ')}.\n\n${USAGE}`;
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${USAGE}`;
  }
}

process.exitCode = await main(process.argv.slice(2));

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, USAGE } from './config.ts';
import { startServer } from './start.ts';

/** The program without a window: `node dist/server/main.js`. */
async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2));
  if (read.kind === 'help') return console.log(USAGE);
  if (read.kind === 'wrong') return end(`${read.message}\n\n${USAGE}`, 64);

  const root = join(import.meta.dirname, '..', '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const outcome = await startServer({
    ...read.config,
    rendererFolder: join(root, 'dist', 'renderer'),
    version,
  });
  if (outcome.kind === 'refused') return end(outcome.message, outcome.exitCode);
  const { server } = outcome;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(
            `Ladehaus has ended, but not in order: ${error instanceof Error ? error.message : error}`,
          );
          process.exit(74);
        },
      );
    });
  // Last: whoever waits for this line may end the program as soon as it has read it.
  console.log(
    `Ladehaus is running: ${server.uiUrl}   (stations: ${server.ocppUrl}, data: ${server.dataFolder})`,
  );
}

function end(message: string, exitCode: number): void {
  console.error(message);
  process.exitCode = exitCode;
}

await main();

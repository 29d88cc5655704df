// The desktop program. Nothing is awaited at the top level: Electron becomes ready only after this module has run.
import { app } from 'electron';
import { readArguments, USAGE } from '#server/config.ts';
import { endWithBug, endWithMessage } from './end-program.ts';
import { programArguments } from './program-arguments.ts';
import { runDesktop } from './run-desktop.ts';

const read = readArguments(programArguments(process.argv));

switch (read.kind) {
  case 'config':
    runDesktop(read.config).catch(endWithBug);
    break;
  case 'help':
    console.log(USAGE);
    app.exit(0);
    break;
  case 'wrong':
    endWithMessage(read.message, 64);
    break;
}

import { runOcmf } from './run-ocmf.ts';

const { exitCode, text } = await runOcmf(process.argv.slice(2));
(exitCode === 2 ? console.error : console.info)(text);
process.exitCode = exitCode;

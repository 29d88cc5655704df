import { runSteps } from './run-steps.mjs';
import { staticChecks } from './static-checks.mjs';

const outcomes = await runSteps(staticChecks);
if (outcomes.some(({ kind }) => kind !== 'passed')) process.exitCode = 1;

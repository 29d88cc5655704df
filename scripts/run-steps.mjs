/**
 * One thing to be done or checked. It fails by returning false or by throwing.
 * @typedef {{ readonly name: string; readonly needs?: readonly string[];
 *   readonly run: () => boolean | Promise<boolean> }} Step
 * @typedef {{ readonly name: string; readonly kind: 'passed' | 'failed' | 'not-run' }} StepOutcome
 */

/**
 * Runs the steps one after the other. A failed step stops only those that need it, so one run shows all faults.
 * @param {readonly Step[]} steps
 * @returns {Promise<readonly StepOutcome[]>}
 */
export async function runSteps(steps) {
  /** @type {StepOutcome[]} */
  const outcomes = [];
  for (const step of steps) {
    const missing = step.needs?.find((name) => !hasPassed(outcomes, name));
    if (missing !== undefined) {
      console.log(`── ${step.name}: not run, because "${missing}" failed`);
      outcomes.push({ name: step.name, kind: 'not-run' });
      continue;
    }
    outcomes.push(await runStep(step));
  }
  return outcomes;
}

/**
 * @param {Step} step
 * @returns {Promise<StepOutcome>}
 */
async function runStep(step) {
  console.log(`── ${step.name}`);
  const startedAt = performance.now();
  const passed = await runSafely(step);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${passed ? 'ok' : 'FAILED'} (${seconds} s)`);
  return { name: step.name, kind: passed ? 'passed' : 'failed' };
}

/** @param {Step} step */
async function runSafely(step) {
  try {
    return await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * @param {readonly StepOutcome[]} outcomes
 * @param {string} name
 */
function hasPassed(outcomes, name) {
  return outcomes.some((outcome) => outcome.name === name && outcome.kind === 'passed');
}

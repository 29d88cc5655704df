/**
 * @typedef {{ readonly passed: number; readonly failed: number; readonly skipped: number }} TestCount
 * @typedef {{ readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number;
 *   readonly numTodoTests: number }} VitestCounts
 * @typedef {{ readonly name: string; readonly status: string; readonly message?: string; readonly assertionResults:
 *   readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] | null;
 *   }[] }} VitestFile
 * @typedef {VitestCounts & { readonly testResults: readonly VitestFile[] }} VitestReport
 * @typedef {{ readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number;
 *   readonly skipped: number } }} PlaywrightReport
 */

/**
 * @param {VitestCounts} report
 * @returns {TestCount}
 */
export function countVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The tests that failed, each with the first line of why: said again at the end, for the run is long and who reads
 * it may have kept only its end. A file that did not load is named as well.
 * @param {VitestReport} report
 * @returns {readonly string[]}
 */
export function failedTests({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${name}: ${firstLine(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${name} › ${fullName}: ${firstLine(failureMessages?.[0])}`,
    );
  });
}

/** @param {string | undefined} text */
function firstLine(text = '') {
  return text.split('\n', 1)[0] ?? '';
}

/**
 * A test that passes at its second try has passed, as it has for the runner: a busy machine makes a browser miss
 * its moment. The runner's list names it as flaky.
 * @param {PlaywrightReport} report
 * @returns {TestCount}
 */
export function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * What the whole run comes to. A step that failed without a failed test (types, a suite that did not load)
 * counts as one failure.
 * @param {readonly { readonly failed: boolean; readonly count?: TestCount | undefined }[]} steps
 * @returns {TestCount}
 */
export function sumUp(steps) {
  const counts = steps.map(({ failed, count = { passed: 0, failed: 0, skipped: 0 } }) => ({
    ...count,
    failed: failed ? Math.max(1, count.failed) : count.failed,
  }));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

/**
 * The last line of `npm test`.
 * @param {TestCount} total
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

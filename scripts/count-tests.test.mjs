import { expect, test } from 'vitest';
import { countPlaywright, countVitest, failedTests, summaryLine, sumUp } from './count-tests.mjs';

const unitReport = { numPassedTests: 40, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const unitTests = countVitest(unitReport);
const browserTests = countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } });

test('the summary adds up both runners and shows what was skipped', () => {
  const total = sumUp([
    { failed: false },
    { failed: false, count: unitTests },
    { failed: false, count: browserTests },
  ]);

  expect(summaryLine(total)).toBe('45 passed, 0 failed, 2 skipped');
});

test('a failed step without tests of its own counts as one failure', () => {
  const total = sumUp([{ failed: true }, { failed: false, count: browserTests }]);

  expect(summaryLine(total)).toBe('5 passed, 1 failed');
});

test('a runner that failed although all its tests passed counts as one failure', () => {
  expect(sumUp([{ failed: true, count: browserTests }]).failed).toBe(1);
});

test('failed tests are counted once, not once more for their step', () => {
  const count = countVitest({ numPassedTests: 1, numFailedTests: 3, numPendingTests: 0, numTodoTests: 0 });

  expect(sumUp([{ failed: true, count }])).toEqual({ passed: 1, failed: 3, skipped: 0 });
});

test('a browser test that passes at its second try has passed, and one that never does has failed', () => {
  expect(countPlaywright({ stats: { expected: 1, unexpected: 1, flaky: 2, skipped: 0 } })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});

test('a failed test is named with the first line of why, and so is a file that did not load', () => {
  const passed = { fullName: 'counts', status: 'passed', failureMessages: [] };
  const failed = { fullName: 'adds', status: 'failed', failureMessages: ['Error: 1 is not 2\n    at sum'] };
  const testResults = [
    { name: 'sum.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
    { name: 'open.test.ts', status: 'failed', message: 'cannot find it\nhere', assertionResults: [] },
    { name: 'fine.test.ts', status: 'passed', message: '', assertionResults: [passed] },
  ];

  expect(failedTests({ ...unitReport, testResults })).toEqual([
    'sum.test.ts › adds: Error: 1 is not 2',
    'open.test.ts: cannot find it',
  ]);
});

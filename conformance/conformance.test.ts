import { expect, test } from 'vitest';
import { lastLine, type Report } from './harness/print-report.ts';
import { runSuite, suite, unknownIds } from './run-suite.ts';
import { sweep, sweptActions } from './sweep.ts';

// One run serves both: what a case used in the first is what is taken away from it in the second.
const MINUTES = 60_000;
let report: Report = { cases: [], rules: [], stations: [] };

test('there are 77 cases and 60 rules, each with a number of its own', () => {
  const ids = [...suite.cases, ...suite.rules, ...suite.stations].map(({ id }) => id.toUpperCase());
  expect([suite.cases.length, suite.rules.length]).toEqual([77, 60]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(suite.rules.map(({ id }) => id)).toEqual(
    Array.from({ length: 60 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`),
  );
  expect(unknownIds(new Set(['TC_001', 'R60', 'TC_999']))).toEqual(['TC_999']);
});

test(
  'every case of the test document, every own rule and every odd station passes',
  async () => {
    report = await runSuite();
    const failed = [...report.cases, ...report.rules, ...report.stations].filter(({ passed }) => !passed);
    expect(failed.map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
    const stations = suite.stations.length;
    expect(lastLine(report)).toBe(`conformance: 77/77 cases, 60/60 rules, ${stations}/${stations} stations`);
  },
  5 * MINUTES,
);

test(
  'a server without any one of the actions does not pass',
  async () => {
    const missed = await sweep([...report.cases, ...report.rules]);
    expect(missed.filter(({ noticedBy }) => noticedBy === null).map(({ action }) => action)).toEqual([]);
    expect([missed.length, sweptActions.length]).toEqual([39, 39]);
  },
  5 * MINUTES,
);

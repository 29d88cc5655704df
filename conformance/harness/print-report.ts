import type { CaseResult } from './case.ts';

/** The results of a run, by what was run. */
export interface Report {
  readonly cases: readonly CaseResult[];
  readonly rules: readonly CaseResult[];
  readonly stations: readonly CaseResult[];
}

export function isAllPassed({ cases, rules, stations }: Report): boolean {
  return [...cases, ...rules, ...stations].every(({ passed }) => passed);
}

/** `conformance: 77/77 cases, 60/60 rules, n/n stations`. */
export function lastLine({ cases, rules, stations }: Report): string {
  return `conformance: ${share(cases)} cases, ${share(rules)} rules, ${share(stations)} stations`;
}

/** The table: one line per case, and under a failed one why. */
export function reportLines(report: Report): readonly string[] {
  const results = [...report.cases, ...report.rules, ...report.stations];
  const width = Math.max(...results.map(({ id }) => id.length), 0);
  return results.flatMap(({ id, title, passed, why, tookMs }) => {
    const time = `${(tookMs / 1_000).toFixed(1).padStart(5)} s`;
    const line = `${passed ? 'passed' : 'FAILED'}  ${id.padEnd(width)} ${time}  ${title}`;
    return passed ? [line] : [line, `        ${why}`];
  });
}

function share(results: readonly CaseResult[]): string {
  return `${results.filter(({ passed }) => passed).length}/${results.length}`;
}

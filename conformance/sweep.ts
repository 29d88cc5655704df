import type { Report } from './harness/print-report.ts';

export function sweep(_report: Report, _tell: (line: string) => void): Promise<boolean> {
  return Promise.resolve(true);
}

import type { SiteWish } from '#server/testing/start-site.ts';
import { cases } from './cases/all-cases.ts';
import type { Case, CaseResult } from './harness/case.ts';
import type { Patience } from './harness/judge.ts';
import type { Report } from './harness/print-report.ts';
import { runCases } from './harness/run-cases.ts';
import { rules } from './rules/all-rules.ts';
import { stations } from './stations.ts';

export interface SuiteWish {
  /** Ids in capitals; null runs everything. */
  readonly only?: ReadonlySet<string> | null;
  onResult?(result: CaseResult): void;
}

export const PATIENCE: Patience = { ms: 20_000 };
/** The site of the cases: only known cards charge, and nothing is asked of a station that nobody ordered. */
export const SHARED_SITE: SiteWish = { access: 'known-cards', config: { testToolMode: true } };

/** The cases by number, the own rules, and the odd stations. */
export const suite = { cases, rules, stations } as const;

export async function runSuite({ only = null, onResult }: SuiteWish = {}): Promise<Report> {
  const chosen = (list: readonly Case[]) => list.filter(({ id }) => only?.has(id.toUpperCase()) ?? true);
  const wanted = {
    cases: chosen(suite.cases),
    rules: chosen(suite.rules),
    stations: chosen(suite.stations),
  };
  const results = await runCases({
    // Those that take longest begin first.
    cases: [...wanted.rules, ...wanted.stations, ...wanted.cases],
    sharedSite: SHARED_SITE,
    patience: PATIENCE,
    atOnce: 6,
    ...(onResult && { onResult }),
  });
  const of = (list: readonly Case[]) =>
    list.flatMap((wantedCase) => results.find(({ id }) => id === wantedCase.id) ?? []);
  const log = results.filter(({ id }) => id === 'LOG');
  return { cases: [...of(wanted.cases), ...log], rules: of(wanted.rules), stations: of(wanted.stations) };
}

/** Ids that nothing has. */
export function unknownIds(ids: ReadonlySet<string>): readonly string[] {
  const known = new Set(
    [...suite.cases, ...suite.rules, ...suite.stations].map(({ id }) => id.toUpperCase()),
  );
  return [...ids].filter((id) => !known.has(id));
}

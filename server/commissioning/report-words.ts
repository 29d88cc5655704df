import type { AcceptanceStep, FailReason } from '#core/commissioning/acceptance-run.ts';
import { germanReport } from './report-words-de.ts';
import { englishReport } from './report-words-en.ts';

/** What an acceptance report says, in one language. */
export interface ReportWords {
  readonly title: string;
  readonly site: string;
  readonly station: string;
  readonly identity: string;
  readonly connector: string;
  readonly make: string;
  readonly serial: string;
  readonly firmware: string;
  readonly begun: string;
  readonly result: string;
  readonly passedResult: string;
  readonly failedResult: string;
  readonly steps: string;
  readonly failedThenLeftOut: string;
  readonly outcome: Readonly<Record<'passed' | 'failed' | 'skipped' | 'waiting' | 'running', string>>;
  readonly step: Readonly<Record<AcceptanceStep, string>>;
  readonly failure: Readonly<Record<FailReason, string>>;
  readonly leftOutBy: string;
  readonly attempts: string;
  /** Names of figures; one that has none is told without. */
  readonly figure: Readonly<Record<string, string>>;
  readonly configuration: string;
  readonly notRead: string;
  readonly secret: string;
  readonly signature: string;
  readonly confirmed: string;
  readonly signedInAs: string;
  readonly program: string;
  readonly page: string;
}

export function reportWords(language: 'de' | 'en'): ReportWords {
  return language === 'de' ? germanReport : englishReport;
}

import { type ImportProblem, isInTheWay } from './import-problem.ts';
import type { ImportedRecord } from './import-run.ts';
import type { Values } from './row-values.ts';

export type Verdict = 'new' | 'changed' | 'unchanged' | 'error' | 'skipped';

export interface FieldChange {
  readonly field: string;
  /** Null where the record is new. */
  readonly old: string | null;
  readonly new: string;
}

/** What becomes of one row. */
export interface JudgedRow {
  readonly verdict: Verdict;
  readonly fields: readonly FieldChange[];
  readonly problems: readonly ImportProblem[];
  readonly records: readonly ImportedRecord[];
  /** The record that the row is about; no later row may be about it again. */
  readonly settles: string | null;
}

export interface RowFindings {
  readonly isNew: boolean;
  readonly values: Values;
  readonly shown: Values | null;
  readonly problems: readonly ImportProblem[];
  readonly records: readonly ImportedRecord[];
  readonly settles: string;
}

/** A row with anything in the way changes nothing at all. */
export function judged({ isNew, values, shown, problems, records, settles }: RowFindings): JudgedRow {
  const fields = Object.entries(values).map(([field, text]) => ({
    field,
    old: shown === null ? null : (shown[field] ?? ''),
    new: text,
  }));
  if (problems.some(isInTheWay)) return { verdict: 'error', fields, problems, records: [], settles };
  const verdict = isNew ? 'new' : records.length > 0 ? 'changed' : 'unchanged';
  return { verdict, fields, problems, records, settles };
}

/** A row that is not even looked up. */
export function notRead(problems: readonly ImportProblem[]): JudgedRow {
  return { verdict: 'error', fields: [], problems, records: [], settles: null };
}

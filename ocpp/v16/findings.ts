import type { CallErrorCode } from '../call-error.ts';
import type { Deviation, DeviationKind } from './deviation.ts';
import type { SchemaProblem } from './validate.ts';

/** What is found at one place of a payload while it is repaired. */
export interface Findings {
  /** The place, as field names and list positions joined by dots; empty for the payload itself. */
  readonly where: string;
  /** The same notebook for a place further inside. */
  at(step: string | number): Findings;
  deviate(kind: DeviationKind): void;
  /** Notes a problem that cannot be repaired. */
  fail(code: CallErrorCode, complaint: string): undefined;
}

export interface Notebook {
  readonly deviations: Deviation[];
  readonly problems: SchemaProblem[];
}

const MAX_DEVIATIONS = 20;

/** Findings that are written into the notebook. */
export function findingsIn(notebook: Notebook, where = ''): Findings {
  return {
    where,
    at: (step) => findingsIn(notebook, where === '' ? String(step) : `${where}.${step}`),
    deviate(kind) {
      if (notebook.deviations.length < MAX_DEVIATIONS) notebook.deviations.push({ kind, where });
    },
    fail(code, complaint) {
      notebook.problems.push({ code, problem: `${where === '' ? 'the payload' : where} ${complaint}` });
      return undefined;
    },
  };
}

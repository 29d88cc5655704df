/**
 * What can be wrong with a cell or a row of a file. `stop`: the row cannot be taken as it is. `doubt`: it could be,
 * but looks damaged; a person who types the value, even the same one, has settled it. `hint`: it was understood all
 * the same, and is told.
 */
export const IMPORT_PROBLEMS = {
  // Of the row as a whole.
  'broken-quotes': 'stop',
  'too-many-cells': 'stop',
  'too-few-cells': 'doubt',
  'swallowed-rows': 'stop',
  duplicate: 'stop',
  'changed-meanwhile': 'stop',
  'out-of-reach': 'stop',
  'held-by-rule': 'stop',
  // What spreadsheets do to a cell.
  scientific: 'stop',
  'like-scientific': 'hint',
  'zero-lost': 'doubt',
  'shorter-than-others': 'doubt',
  'digits-lost': 'stop',
  'made-a-date': 'doubt',
  'formula-failed': 'stop',
  'column-too-narrow': 'stop',
  formula: 'stop',
  'text-formula': 'hint',
  'text-mark': 'hint',
  'trailing-zero': 'hint',
  'made-truth': 'doubt',
  // What encodings and copying do.
  'wrong-encoding': 'doubt',
  'letter-lost': 'stop',
  'question-mark': 'doubt',
  'hidden-signs': 'hint',
  'odd-blanks': 'hint',
  'smart-quotes': 'hint',
  'full-width': 'hint',
  'line-break': 'hint',
  'html-entity': 'doubt',
  placeholder: 'hint',
  'too-long': 'stop',
  missing: 'stop',
  // Of card numbers.
  'hex-prefix': 'hint',
  'letter-for-digit': 'doubt',
  'odd-length': 'doubt',
  'unlike-others': 'doubt',
  'not-a-card-number': 'stop',
  'longer-than-ocpp': 'doubt',
  'random-number': 'doubt',
  'blank-number': 'stop',
  'twin-known': 'doubt',
  'twin-elsewhere': 'doubt',
  'twin-in-file': 'doubt',
  'number-taken': 'stop',
  'number-taken-elsewhere': 'stop',
  // Of days, numbers and words.
  'not-a-day': 'stop',
  'no-such-day': 'stop',
  'month-or-day-first': 'doubt',
  'short-year': 'doubt',
  'day-as-number': 'hint',
  'spreadsheet-zero-day': 'doubt',
  'day-before-other': 'stop',
  'not-a-number': 'stop',
  'unit-unknown': 'stop',
  'unit-likely-wrong': 'doubt',
  'thousands-or-decimals': 'doubt',
  'out-of-range': 'stop',
  'odometer-lower': 'doubt',
  'not-yes-or-no': 'stop',
  'unknown-power-class': 'stop',
  'not-an-email': 'stop',
  'not-a-phone': 'doubt',
  'not-an-identity': 'stop',
  'station-retired': 'doubt',
  // Of what a row refers to.
  'unknown-group': 'stop',
  'ambiguous-group': 'stop',
  'unknown-tenant': 'stop',
  'ambiguous-tenant': 'stop',
  'ambiguous-driver': 'stop',
  'ambiguous-vehicle': 'stop',
} as const satisfies Readonly<Record<string, Weight>>;

export type Weight = 'stop' | 'doubt' | 'hint';
export type ImportProblemKind = keyof typeof IMPORT_PROBLEMS;

export interface ImportProblem {
  readonly kind: ImportProblemKind;
  /** Null where it is the row as a whole. */
  readonly field: string | null;
  /** What was probably meant, to be taken by one click. */
  readonly suggestion: string | null;
  /** What the sentence names besides: another row, a group, a card. */
  readonly about: string | null;
}

/** What was read of a cell: its value in the one spelling that is compared, and what there is to say of it. */
export interface Reading {
  readonly value: string;
  readonly problems: readonly Finding[];
}

export type Finding = Omit<ImportProblem, 'field'>;

export function finding(
  kind: ImportProblemKind,
  suggestion: string | null = null,
  about: string | null = null,
): Finding {
  return { kind, suggestion, about };
}

/** Whether the row waits for a person. */
export function isInTheWay({ kind }: Pick<ImportProblem, 'kind'>): boolean {
  return IMPORT_PROBLEMS[kind] !== 'hint';
}

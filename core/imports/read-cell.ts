import { assertNever } from '../shared/assert-never.ts';
import { type Cell, cellText } from './cell.ts';
import { cleanCell } from './clean-cell.ts';
import type { FieldType, ImportField } from './import-kind.ts';
import { finding, IMPORT_PROBLEMS, type Reading } from './import-problem.ts';
import { type DayOrder, readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { readUid } from './read-uid.ts';
import { readCount, readEmail, readPhone, readPowerClass, readTruth } from './read-words.ts';
import { type ColumnHabits, undamaged } from './spreadsheet-damage.ts';

export interface CellContext {
  readonly typed: boolean;
  readonly order: DayOrder;
  readonly habits: ColumnHabits;
}

/** Longest identity of a station that is taken in; see `LONGEST_IDENTITY` of the API. */
const LONGEST_IDENTITY = 48;
const LONGEST_PLATE = 20;
const LONGEST_NAMES = 1_000;

/** Reads one cell for a field: its value in the one spelling that is compared, and what there is to say of it. */
export function readCell(cell: Cell | undefined, field: ImportField, context: CellContext): Reading {
  const { type } = field;
  const changed = changedType(cell, type);
  if (changed !== null) return changed;
  const clean = plainText(cell, field, context.typed);
  const stopped = clean.problems.some(
    ({ kind }) => IMPORT_PROBLEMS[kind] !== 'hint' && kind !== 'question-mark',
  );
  if (stopped) return clean;
  if (clean.value === '')
    return field.required ? { value: '', problems: [...clean.problems, finding('missing')] } : clean;
  const read = readAs(clean.value, type, context);
  return { value: read.value, problems: [...clean.problems, ...read.problems] };
}

/** The text of a cell without what copying has left on it. */
export function plainText(cell: Cell | undefined, { type, required }: ImportField, typed: boolean): Reading {
  const isNumber = typeof cell === 'number';
  if (isNumber && Math.abs(cell) > MOST_EXACT && isNoNumber(type))
    return {
      value: String(cell),
      problems: [finding(Math.abs(cell) >= 1e21 ? 'scientific' : 'digits-lost')],
    };
  const mayBeFormula = !typed && (type.as !== 'phone' || !/^\+\s?\d/.test(cellText(cell).trim()));
  return cleanCell(cellText(cell), {
    typed: !mayBeFormula,
    lines: type.as === 'text' && type.lines === true,
    required: required === true,
  });
}

/** A spreadsheet keeps fifteen digits of a number. */
const MOST_EXACT = 999_999_999_999_999;

function isNoNumber({ as }: FieldType): boolean {
  return as === 'uid' || as === 'code' || as === 'identity' || as === 'phone' || as === 'plate';
}

/** A spreadsheet has made a day or a truth of what was neither. */
function changedType(cell: Cell | undefined, type: FieldType): Reading | null {
  if (typeof cell === 'object' && cell !== null && type.as !== 'day') {
    const [, month, day] = cell.day.split('-').map(Number);
    return { value: cell.day, problems: [finding('made-a-date', `${day}-${month}`)] };
  }
  if (typeof cell === 'boolean' && type.as !== 'truth')
    return { value: cellText(cell), problems: [finding('made-truth')] };
  return null;
}

function readAs(text: string, type: FieldType, { order, habits }: CellContext): Reading {
  switch (type.as) {
    case 'uid':
      return readUid(text, habits);
    case 'identity':
      return within(LONGEST_IDENTITY, undamaged(text, habits), 'not-an-identity');
    case 'code':
      return within(type.most, undamaged(text, habits));
    case 'plate':
      return within(LONGEST_PLATE, undamaged(text.toUpperCase(), habits));
    case 'text':
      return within(type.most, { value: text, problems: [] });
    case 'names':
      return within(LONGEST_NAMES, { value: text, problems: [] });
    case 'email':
      return within(200, readEmail(text));
    case 'phone':
      return within(60, readPhone(text));
    case 'day':
      return readDay(text, order);
    case 'truth':
      return readTruth(text);
    case 'number':
      return readNumber(text, type);
    case 'count':
      return readCount(text);
    case 'power-class':
      return readPowerClass(text);
    default:
      return assertNever(type);
  }
}

function within(most: number, reading: Reading, kind: 'too-long' | 'not-an-identity' = 'too-long'): Reading {
  if (reading.value.length <= most) return reading;
  return {
    value: reading.value,
    problems: [...reading.problems, finding(kind, reading.value.slice(0, most).trim())],
  };
}

import { cellText, type Sheet } from './cell.ts';
import { finding, type Reading } from './import-problem.ts';

/** What the other cells of a column look like: against it, one that has lost something stands out. */
export interface ColumnHabits {
  /** How many signs nearly all numbers in the column have; null where they differ. */
  readonly usualLength: number | null;
  /** Whether nearly all cells are bytes in hexadecimal, as readers write them. */
  readonly mostlyBytes: boolean;
}

export const NO_HABITS: ColumnHabits = { usualLength: null, mostlyBytes: false };

/** From this share on it is a habit. */
const NEARLY_ALL = 0.8;
/** Fewer cells have none. */
const FEWEST_CELLS = 5;

/** Sheets never change, and are looked at again with each cell that somebody types. */
const HABITS = new WeakMap<Sheet, Map<number, ColumnHabits>>();

/** What nearly all cells of a column have in common. */
export function habitsOfColumn(sheet: Sheet, column: number): ColumnHabits {
  const known = HABITS.get(sheet) ?? new Map<number, ColumnHabits>();
  HABITS.set(sheet, known);
  const habits = known.get(column) ?? columnHabits(sheet.rows.map(({ cells }) => cellText(cells[column])));
  known.set(column, habits);
  return habits;
}

function columnHabits(texts: readonly string[]): ColumnHabits {
  const filled = texts.map((text) => text.replace(/[\s:-]/g, '')).filter((text) => text !== '');
  if (filled.length < FEWEST_CELLS) return NO_HABITS;
  const enough = NEARLY_ALL * filled.length;
  const numbers = filled.filter((text) => /^\d+$/.test(text));
  const lengths = new Map<number, number>();
  for (const { length } of numbers) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [usual, count] = [...lengths].toSorted(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return {
    usualLength: count >= enough && numbers.some((text) => text.startsWith('0')) ? usual : null,
    mostlyBytes: filled.filter(isBytes).length >= enough,
  };
}

/** Four, seven or ten bytes in hexadecimal: the numbers of cards (ISO 14443-3 §6.5.4). */
export function isBytes(text: string): boolean {
  return /^(?:[0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{20})$/i.test(text);
}

/**
 * What a spreadsheet has made of a number that is none. `1,2E+45` has lost its digits for good; a zero in front, a day
 * that was 3-5 and the `.0` of a column with gaps can be told.
 */
export function undamaged(text: string, { usualLength }: ColumnHabits): Reading {
  if (/^\d(?:[.,]\d+)?E[+-]\d+$/i.test(text) || /^\d[.,]\d+E\d+$/i.test(text))
    return { value: text, problems: [finding('scientific')] };
  if (/^\d{4,}[.,]0+$/.test(text))
    return { value: text.replace(/[.,]0+$/, ''), problems: [finding('trailing-zero')] };
  if (/^\d{1,3}(?:[.']\d{3}){2,}$/.test(text))
    return { value: text, problems: [finding('thousands-or-decimals', text.replace(/\D/g, ''))] };
  // A spreadsheet keeps fifteen digits of a number and fills up with zeros.
  if (/^[1-9]\d{14}0+$/.test(text)) return { value: text, problems: [finding('digits-lost')] };
  const before = beforeItWasADay(text);
  if (before !== null) return { value: text, problems: [finding('made-a-date', before)] };
  if (usualLength !== null && /^\d+$/.test(text) && text.length < usualLength)
    return { value: text, problems: [finding('shorter-than-others', text.padStart(usualLength, '0'))] };
  return { value: text, problems: [] };
}

const MONTHS = [
  'jan',
  'feb',
  'mär|mrz|mar',
  'apr',
  'mai|may',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt|oct',
  'nov',
  'dez|dec',
];

/** The number of a month by its name in German or English; 0 where it is none. */
export function monthNumber(name: string): number {
  return 1 + MONTHS.findIndex((names) => names.split('|').some((one) => name.toLowerCase().startsWith(one)));
}

/** `03. Mai` was 3-5, `Mai 26` was 5-26. Null for what is no day of a spreadsheet. */
function beforeItWasADay(text: string): string | null {
  const day = /^(\d{1,2})(?:\.\s?|-)(\p{L}{3,9})\.?$/u.exec(text);
  if (day?.[2] !== undefined && monthNumber(day[2]) > 0) return `${Number(day[1])}-${monthNumber(day[2])}`;
  const month = /^(\p{L}{3,9})[-. ](\d{2})$/u.exec(text);
  if (month?.[1] !== undefined && monthNumber(month[1]) > 0)
    return `${monthNumber(month[1])}-${Number(month[2])}`;
  return null;
}

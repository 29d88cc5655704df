import { cellText, type Sheet } from '#core/imports/cell.ts';
import { isInTheWay } from '#core/imports/import-problem.ts';
import type { PlannedRow } from '#core/imports/plan-import.ts';
import { csvWriter } from '../csv/write-csv.ts';
import { PROBLEM_WORDS } from './problem-words.ts';

export interface LeftRows {
  readonly sheet: Sheet;
  readonly rows: readonly PlannedRow[];
  readonly language: 'de' | 'en';
}

/**
 * The rows that were not taken, as they stood in the file, with line and reason in front: to be put right in a
 * spreadsheet and imported again. Empty where all were taken.
 */
export function leftRowsCsv({ sheet, rows, language }: LeftRows): string {
  const left = rows.filter(({ verdict }) => verdict === 'error');
  if (left.length === 0) return '';
  const numbers = new Set(left.map(({ number }) => number));
  const lines = sheet.rows.filter(({ number }) => numbers.has(number));
  const cells = new Map(lines.map((row) => [row.number, row.cells.map(cellText)]));
  const broken = new Map(sheet.brokenLines.map(({ number, text }) => [number, [text]]));
  const titles = language === 'de' ? ['Zeile', 'Problem'] : ['Line', 'Problem'];
  return `\uFEFF${csvWriter(';')([
    [...titles, ...sheet.headers],
    ...left.map((row) => [
      row.number,
      row.problems
        .filter(isInTheWay)
        .map(({ kind, about }) => PROBLEM_WORDS[language][kind].replace('{{about}}', about ?? ''))
        .join(' '),
      ...(cells.get(row.number) ?? broken.get(row.number) ?? []),
    ]),
  ])}`;
}

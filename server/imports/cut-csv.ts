import { CsvError, parse } from 'csv-parse/sync';
import type { FileRow, Sheet } from '#core/imports/cell.ts';

export interface CutText {
  readonly delimiter: string;
  readonly rows: readonly FileRow[];
  readonly brokenLines: Sheet['brokenLines'];
}

const DELIMITERS = [';', '\t', ',', '|'] as const;
/** After so many lines with a quote that never ends it is no CSV. */
const MOST_BROKEN = 100;
const LINES_LOOKED_AT = 50;
/** A row of so many lines has swallowed the ones after it: its quote was never meant to be one. */
const MOST_LINES_PER_ROW = 30;

/**
 * Cuts the text of a CSV file into cells. What cannot be cut is named by its line; the lines after it count. Pauses
 * after some lines each.
 */
export function* cutCsv(text: string): Generator<undefined, CutText> {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const skipped = named === null ? 0 : 1;
  const lines = text
    .slice(named?.[0].length ?? 0)
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .split('\n');
  const delimiter = named?.[1] ?? likelyDelimiter(lines);
  const rows: FileRow[] = [];
  const brokenLines: { readonly number: number; readonly text: string }[] = [];
  let from = 0;
  while (from < lines.length && brokenLines.length < MOST_BROKEN) {
    yield;
    const to = blockEnd(lines, from);
    const { records, brokenAt } = cutBlock(lines.slice(from, to), delimiter);
    for (const { line, cells } of records)
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ number: from + line + skipped, cells });
    if (brokenAt === null) from = to;
    else {
      const line = from + brokenAt - 1;
      brokenLines.push({ number: line + 1 + skipped, text: lines[line] ?? '' });
      from = line + 1;
    }
  }
  return { delimiter, rows, brokenLines };
}

const LINES_AT_ONCE = 100;

/** Where a block may end: not within quotes, unless those have swallowed more lines than a row has. */
function blockEnd(lines: readonly string[], from: number): number {
  let isQuoted = false;
  for (let at = from; at < lines.length; at += 1) {
    const lookedAt = at - from;
    if (lookedAt >= LINES_AT_ONCE && (!isQuoted || lookedAt > LINES_AT_ONCE + MOST_LINES_PER_ROW)) return at;
    if (((lines[at] ?? '').split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
  }
  return lines.length;
}

interface CutRecord {
  /** From 1, counted from where the cutting began. */
  readonly line: number;
  readonly cells: readonly string[];
}

function cutBlock(
  lines: readonly string[],
  delimiter: string,
): { readonly records: readonly CutRecord[]; readonly brokenAt: number | null } {
  const records: CutRecord[] = [];
  let next = 1;
  try {
    parse(lines.join('\n'), {
      delimiter,
      relax_column_count: true,
      relax_quotes: false,
      record_delimiter: '\n',
      on_record(cells: readonly string[], { lines: last }) {
        if (last - next >= MOST_LINES_PER_ROW) throw new SwallowedLines();
        records.push({ line: next, cells });
        next = last + 1;
        return null;
      },
    });
    return { records, brokenAt: null };
  } catch (error) {
    if (!(error instanceof CsvError || error instanceof SwallowedLines)) throw error;
    return { records, brokenAt: next };
  }
}

class SwallowedLines extends Error {}

/** The sign that cuts most lines into equally many cells. */
function likelyDelimiter(lines: readonly string[]): string {
  const looked = lines.filter((line) => line.trim() !== '').slice(0, LINES_LOOKED_AT);
  let best: { readonly sign: string; readonly score: number } = { sign: ';', score: 0 };
  for (const sign of DELIMITERS) {
    const counts = looked.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1);
    const [first = 0] = counts;
    const usual = first > 0 ? first : Math.max(0, ...counts);
    const alike = counts.filter((count) => count === usual).length;
    const score = usual === 0 ? 0 : alike * Math.min(usual, 20);
    if (score > best.score) best = { sign, score };
  }
  return best.sign;
}

/** A cell as the file had it. A spreadsheet's cells have types, those of CSV are all text. */
export type Cell = string | number | boolean | null | { readonly day: string };

/** What a person sees of a cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  switch (typeof cell) {
    case 'string':
      return cell;
    case 'number':
      return String(cell);
    case 'boolean':
      return cell ? 'TRUE' : 'FALSE';
    default:
      return cell.day;
  }
}

/** One row below the header, with the line of the file on which it stands. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A file, read but not yet understood. */
export interface Sheet {
  /** Titles of the columns; `Column 3` in the reader's words where there is none, so empty here. */
  readonly headers: readonly string[];
  /** The line of the header; null where the file has none. */
  readonly headerLine: number | null;
  readonly rows: readonly FileRow[];
  /** Lines that could not be cut into cells. */
  readonly brokenLines: readonly { readonly number: number; readonly text: string }[];
  /** Whether the cells have types: only then is a text that begins with `=` a text. */
  readonly typed: boolean;
}

import { cellText, type Sheet } from '#core/imports/cell.ts';

/** What a cell takes besides its letters, in bytes; a short row's own share is in it. */
const PER_CELL = 40;

/** About how many bytes of memory a file takes once it has been read; packed files are much smaller. Pauses after each row. */
export function* sheetWeight({ headers, rows, brokenLines }: Sheet): Generator<undefined, number> {
  let bytes = headers.length * PER_CELL;
  for (const { cells } of rows) {
    for (const cell of cells) bytes += PER_CELL + 2 * cellText(cell).length;
    yield;
  }
  for (const { text } of brokenLines) bytes += PER_CELL + 2 * text.length;
  return bytes;
}
